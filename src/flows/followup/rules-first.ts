import type { FindingKind } from '../../domain/finding.ts';
import type { HandoffReason } from '../../domain/vocabulary.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { nameHandoff, reasonsFor } from '../shared/handoffs.ts';
import { safetyEvent } from '../shared/safety.ts';
import type { Principal } from './events.ts';
import { markDeath } from './take-in.ts';
import type { Rule, Turn } from './turn.ts';

/** A person takes over, and with the talk every question in it: no call back besides. */
export function handoff(turn: Turn, reasons: readonly HandoffReason[]): Principal | null {
  const named = nameHandoff(reasons);
  if (named === undefined) return null;
  const { after, effects } = turn;
  after.factsOwed = null;
  const call = effects.findIndex((effect) => effect.type === 'request');
  if (call >= 0) effects.splice(call, 1);
  return { type: 'HANDOFF', ...named };
}

/** 27, 28: above everything else. With an opt-out in the same message the agreed time is off, as with any other. */
export const safety: Rule = ({ message, before, state, after, effects }) => {
  const found = safetyEvent({
    message,
    after,
    effects,
    asked: state === 'check.safety' ? before.danger : null,
    withStaff: state === 'withStaff',
  });
  if (found !== null && after.optedOut) after.resumeAt = null;
  return found;
};

/** 25: closes whoever holds the conversation; a wish for a person becomes a note. */
export const optOut: Rule = ({ message, before, effects, news, first }) => {
  if (message.carrier !== 'stop' && !message.sure.has('opt_out')) return null;
  if (news.death) first.push(phrase('condolenceAck'));
  if (reasonsFor(message, 0).length > 0) effects.push({ type: 'note', text: message.text });
  return { type: 'OPT_OUT', confirm: message.carrier !== 'stop' && !before.optedOut };
};

export const optIn: Rule = ({ message, before }) => {
  if (!before.optedOut || (message.carrier !== 'start' && !holds(message, 'opt_in'))) return null;
  return { type: 'OPT_IN', confirm: message.carrier !== 'start' };
};

/** The carrier has answered HELP itself. */
export const carrierHelp: Rule = ({ message }) => (message.carrier === 'help' ? { type: 'HEARD' } : null);

/** 26, 12, 11, 29 and the second insult. */
export const person: Rule = (turn) => {
  const { message, after, news, first } = turn;
  const named = handoff(turn, reasonsFor(message, after.insults));
  if (named !== null && news.death) first.push(phrase('condolenceAck'));
  return named;
};

/** Replies to the soft check that say clearly enough that nobody has died. */
const ALIVE: readonly FindingKind[] = [
  'misunderstood',
  'decline',
  'self',
  'available',
  'rating',
  'busy',
  'contact_time',
  'refuse',
  'wrong_number',
  'complaint',
];

/** The reply to the soft check: yes, clearly no, a question of their own, or unclear again. */
function deathChecked(turn: Turn): Principal | null {
  const { message, after, effects } = turn;
  if (holds(message, 'agree')) {
    markDeath(after, effects);
    return { type: 'DECEASED' };
  }
  if (holds(message, ...ALIVE)) return null;
  return holds(message, 'who_are_you', 'scam_doubt')
    ? { type: 'REPEAT', manner: 'plain' }
    : handoff(turn, ['not_understood']);
}

/** 7. A remark that may mean a death is checked softly first. */
export const death: Rule = (turn) => {
  const { message, before, news, state, after, first } = turn;
  if (news.death && before.outcome === null && !message.sure.has('refuse')) return { type: 'DECEASED' };
  if (news.death) first.push(phrase('condolenceAck'));
  if (after.deceased || before.outcome !== null) return null;
  if (state === 'check.deceased') return deathChecked(turn);
  return message.death === 'medium' ? { type: 'CHECK_DEATH' } : null;
};

/** 6, 5. "打错了" after an answer is a correction (19). */
export const wrongPerson: Rule = ({ message, after }) => {
  if (Object.keys(after.answers).length > 0 || after.deceased || after.outcome !== null) return null;
  if (message.sure.has('wrong_number')) return { type: 'WRONG_NUMBER' };
  return message.sure.has('unaware_relative') ? { type: 'UNAWARE' } : null;
};
