import type { PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import type { Principal, Rule, Turn } from './turn.ts';

/** A question that the knowledge base lacks: noted, and a number is asked for. */
export function noteQuestion({ after, message, env, before }: Turn, question?: string): Principal {
  after.unanswered = question ?? message.question?.text ?? message.text;
  after.stuck = 0;
  const known = before.phone ?? env.phone;
  return { type: 'ASK_NUMBER', parts: [askWords(known)] };
}

function askWords(known: string | null): PhraseRef {
  return known === null ? phrase('willCheckAskNumber') : phrase('willCheckThisNumber', { phone: known });
}

/** The answer to "may we call you back, and where?". Anything else is read as any message, and the question stays noted. */
export const askNumber: Rule = (turn) => {
  const { state, before, after, message, consulted, env } = turn;
  if (state !== 'number' || before.unanswered === null) return null;
  const { phone, brokenPhone, wish } = consulted.details;
  const known = before.phone ?? env.phone;
  const taken = phone ?? (known !== null && holds(message, 'agree') && !holds(message, 'decline') ? known : null);
  if (taken !== null) return callBack(turn, taken);
  if (brokenPhone !== null && before.stuck === 0) {
    after.stuck = 1;
    return { type: 'ASK_NUMBER', parts: [phrase('phoneBroken')] };
  }
  if (wish !== null || isNews(turn)) {
    keepNote(turn);
    return null;
  }
  if (holds(message, 'decline', 'refuse')) {
    keepNote(turn);
    return { type: 'REPLY', parts: [phrase('noNumber')] };
  }
  if (before.stuck > 0) {
    keepNote(turn);
    return null;
  }
  after.stuck = 1;
  return { type: 'ASK_NUMBER', parts: [askWords(known)] };
};

function isNews({ consulted: { reply }, message }: Turn): boolean {
  return (
    !['none', 'unanswered'].includes(reply.type) ||
    holds(message, 'complaint', 'praise', 'suggestion', 'thanks', 'farewell')
  );
}

/** Without a number nobody can call; staff see what was asked. */
function keepNote({ before, after, effects }: Turn): void {
  if (before.unanswered !== null) effects.push({ type: 'note', text: before.unanswered });
  after.unanswered = null;
}

function callBack({ before, after, effects, env }: Turn, phone: string): Principal {
  const question = before.unanswered ?? '';
  effects.push({ type: 'request', kind: 'callback', question, phone });
  if (phone !== env.phone) effects.push({ type: 'handoffPhone', phone });
  after.unanswered = null;
  after.owesNumber = false;
  return { type: 'HANDOFF', reason: 'unanswered', priority: 'normal', words: [phrase('callbackNoted', { phone })] };
}
