import { mayDo } from '../../../access/roles.ts';
import { isSlip } from '../../../domain/desk.ts';
import type { ConversationView as Stored } from '../../../store/store.ts';
import type { DeskAction } from '../../wire/conversation.ts';
import type { SignedIn } from '../endpoint.ts';

/** What the caller can do with a conversation as it is now; the actions themselves check again, in their commit. */
export function actionsFor({ role, accountId }: SignedIn, { record, contact }: Stored): readonly DeskAction[] {
  const owner = record.state === 'with_staff' ? (record.desk?.owner ?? null) : null;
  const silent = contact.optedOutAt !== null || contact.unreachable !== null;
  const handle = mayDo(role, 'conversation.handle');
  const own = handle && owner === accountId;
  const answersOpen = record.state === 'with_staff' || record.state === 'closed';
  const can: Readonly<Record<DeskAction, boolean>> = {
    claim: handle && owner === null,
    release: own,
    assign: mayDo(role, 'conversation.assign'),
    transfer: own,
    reply: own && !silent,
    schedule: own && !silent,
    'hand-back': own,
    close: own,
    'take-back': mayDo(role, 'conversation.assign') && isSlip(record),
    snooze: own,
    label: handle,
    'correct-answer': handle && answersOpen,
    note: handle,
    callback: handle,
    unmask: mayDo(role, 'patient.unmask'),
  };
  return (Object.keys(can) as DeskAction[]).filter((action) => can[action]);
}
