import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { MessageRow } from '../../../domain/message.ts';
import { type SlaClock, slaClock } from '../../../domain/sla.ts';
import type { InboxRow } from '../../../store/store.ts';
import type { InboxItem, LineView, OwnerView } from '../../wire/inbox.ts';
import type { Colleague } from '../../wire/session.ts';
import type { DeskRules } from './deps.ts';
import { maskedAddress, maskedPatient } from './masking.ts';

/** What a row is shown with besides what is stored. */
export interface Showing {
  readonly colleagues: readonly Colleague[];
  readonly rules: Pick<DeskRules, 'sla'>;
  readonly now: number;
}

/** An account by name; one that is not there any more keeps its id. */
export function ownerView(id: string, colleagues: readonly Colleague[]): OwnerView {
  return { id, name: colleagues.find((one) => one.id === id)?.name ?? id };
}

/** Since when the contact waits for a person of the staff; null: nobody waits. */
export function waitingSince({ state, desk, handoff }: ConversationRecord): number | null {
  if (state !== 'with_staff') return null;
  return desk === undefined ? (handoff?.since ?? null) : desk.waitingSince;
}

/** The clock of whoever waits. */
export function slaOf(record: ConversationRecord, { rules, now }: Pick<Showing, 'rules' | 'now'>): SlaClock | null {
  const since = waitingSince(record);
  return since === null ? null : slaClock(since, record.handoff?.priority ?? 'normal', now, rules.sla);
}

export function lineView({ author, text, at, delivery }: MessageRow): LineView {
  return { author, text, at, delivery };
}

/** One row of the inbox: nothing in it says whose it is. */
export function inboxItem({ record, lastMessage }: InboxRow, showing: Showing): InboxItem {
  const { id, stay, channel, address, state, outcome, handoff, updatedAt } = record;
  return {
    id,
    name: maskedPatient(record),
    address: maskedAddress(channel, address),
    department: stay?.department ?? null,
    channel,
    state,
    outcome,
    reason: handoff?.reason ?? null,
    priority: handoff?.priority ?? 'normal',
    handoffSince: handoff?.since ?? null,
    lastLine: lineView(lastMessage),
    waitingSince: waitingSince(record),
    sla: slaOf(record, showing),
    ...deskView(record, showing.colleagues),
    updatedAt,
  };
}

/** Who has it. Only what is open with staff has an owner. */
export function deskView({ state, desk }: ConversationRecord, colleagues: readonly Colleague[]) {
  const owner = state === 'with_staff' ? (desk?.owner ?? null) : null;
  return {
    owner: owner === null ? null : ownerView(owner, colleagues),
    labels: desk?.labels ?? [],
    snoozedUntil: desk?.snoozedUntil ?? null,
  };
}
