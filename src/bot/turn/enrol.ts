import { HOUR } from '../../domain/clock.ts';
import type { ConversationRecord } from '../../domain/conversation.ts';
import type { InboundMessage, MessageRow } from '../../domain/message.ts';
import type { Timer } from '../../domain/timer.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { EnrolmentToken, TurnCommit } from '../../store/store.ts';
import { dedupeKey, inboundRow, stepEnv, type TurnInput } from './run-turn.ts';

/** What we say to somebody who came with a token. Taps on the question before it still count. */
export const ENROLMENT_PHRASES = { tied: 'enrolled', refused: 'enrolmentInvalid' } as const;

/** Later the answer to "Start" would only puzzle. */
const REPLY_LIFE = 6 * HOUR;

/**
 * `tied`: by this turn, if `tokenHash` is given, else it was this address that used the token before. `refused`: the token is unknown,
 * used by somebody else, too old, or its patient has died; the answer does not tell which.
 */
export type EnrolmentOutcome =
  | { readonly type: 'tied'; readonly tokenHash?: string }
  | { readonly type: 'refused'; readonly tokenHash?: never };

/** What a token is good for at this address, at `now` (epoch ms). */
export function enrolmentOutcome(
  token: EnrolmentToken | undefined,
  tokenHash: string,
  who: Pick<InboundMessage, 'channel' | 'address'>,
  now: number,
): EnrolmentOutcome {
  if (token === undefined || token.patientDeceased) return { type: 'refused' };
  const { usedBy } = token;
  if (usedBy !== null) {
    return { type: usedBy.channel === who.channel && usedBy.address === who.address ? 'tied' : 'refused' };
  }
  return token.expiresAt > now ? { type: 'tied', tokenHash } : { type: 'refused' };
}

/** A conversation of somebody new begins with a state that can be read again, and with its timers; the dialogue says nothing yet. */
function begun({ kit, at }: TurnInput, record: ConversationRecord): { record: ConversationRecord; timers: Timer[] } {
  if (record.version > 0) return { record, timers: [] };
  const nobodySpoke = { type: 'message', text: '', findings: [] } as const;
  const { snapshot, status, effects } = kit.flows[record.flow].start(nobodySpoke, stepEnv(kit, record, at));
  const timers = effects
    .filter((effect) => effect.type === 'setTimer')
    .map(({ timer, due }) => ({ conversationId: record.id, kind: timer, due, stateEntry: record.stateEntry }));
  return { record: { ...record, ...status, snapshot }, timers };
}

/** While a person has the talk, the bot is silent (design law 4). */
function replyRow({ kit, at }: TurnInput, record: ConversationRecord, seq: number, key: string): MessageRow[] {
  if (record.state === 'with_staff') return [];
  const { id, language } = record;
  // Never with the stay: whoever came with the token learns nothing of a patient.
  const { text, keys, options } = kit.render([{ key }], { language, stay: null, now: at });
  const fixed = { direction: 'out', author: 'bot', delivery: 'pending', readings: [] } as const;
  return [{ ...fixed, conversationId: id, seq, text, at, phrases: keys, options }];
}

/** The turn of somebody who came with a token: the dialogue stays where it is. Token and tie are part of the one commit. */
export function enrolTurn(input: TurnInput, message: InboundMessage, outcome: EnrolmentOutcome): TurnCommit {
  const { loaded, at } = input;
  const before = loaded.record;
  const { record, timers } = begun(input, before);
  const heard = inboundRow(before, message);
  const said = replyRow(input, record, heard.seq + 1, ENROLMENT_PHRASES[outcome.type]);
  const lastSeq = heard.seq + said.length;
  const readSeq = before.readSeq === before.lastSeq ? lastSeq : before.readSeq;
  const mark = { urgent: false, proactive: false, confirmsOptOut: false, notBefore: at, expiresAt: at + REPLY_LIFE };
  const { contact } = loaded;
  const isNew = before.version === 0;
  const changed = isNew || contact.unreachable !== null;
  const conversationId = isNew ? record.id : contact.conversationId;
  return {
    ...quietCommit({ ...record, lastSeq, readSeq, updatedAt: at }, at),
    contact: changed ? { ...contact, conversationId, unreachable: null, version: contact.version + 1 } : null,
    dedupe: [dedupeKey(message)],
    messages: [heard, ...said],
    outbox: said.map(({ seq }) => ({ seq, mark })),
    timers,
    tallies: ['turn', `enrolment.${outcome.type}`],
    ...(outcome.tokenHash === undefined ? {} : { enrolment: { tokenHash: outcome.tokenHash } }),
  };
}
