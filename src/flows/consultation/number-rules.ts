import type { PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import type { Principal, Rule, Turn } from './turn.ts';

/** Characters of questions that wait for one number. */
const MOST = 1_000;

/** A question that the knowledge base lacks: noted, and a number is asked for. */
export function noteQuestion(turn: Turn, question?: string): Principal {
  const { after, message, env, before, consulted } = turn;
  const asked = question ?? message.question?.text ?? message.text;
  after.unanswered = before.unanswered === null ? asked : `${before.unanswered}\n${asked}`.slice(-MOST);
  after.stuck = 0;
  const { phone } = consulted.details;
  if (phone !== null) return callBack(turn, after.unanswered, phone);
  const known = before.phone ?? env.phone;
  return { type: 'ASK_NUMBER', parts: [askWords(known)] };
}

function askWords(known: string | null): PhraseRef {
  return known === null ? phrase('willCheckAskNumber') : phrase('willCheckThisNumber', { phone: known });
}

/**
 * The answer to "may we call you back, and where?". Anything else is read as any message; the question stays noted, and a number
 * that comes later is still for it.
 */
export const askNumber: Rule = (turn) => {
  const { state, before } = turn;
  const { unanswered } = before;
  if (unanswered === null) return null;
  const number = numberGiven(turn);
  if (number !== null) return callBack(turn, unanswered, number);
  return state === 'number' ? withoutNumber(turn) : null;
};

/** Typed, or yes to the one we know; in an appointment a number is for that. */
function numberGiven({ state, before, message, consulted, env }: Turn): string | null {
  const { phone, wish, days, departments, doctors } = consulted.details;
  if (state === 'booking' || state === 'confirming' || state === 'offering' || wish !== null) return null;
  if (days.length + departments.length + doctors.length > 0) return null;
  if (phone !== null || state !== 'number') return phone;
  return holds(message, 'agree') && !holds(message, 'decline') ? (before.phone ?? env.phone) : null;
}

function withoutNumber(turn: Turn): Principal | null {
  const { before, after, message, consulted, env } = turn;
  if (consulted.details.wish !== null || isNews(turn)) return null;
  if (holds(message, 'decline', 'refuse')) {
    keepNote(turn);
    return { type: 'REPLY', parts: [phrase('noNumber')] };
  }
  if (before.stuck > 0) return null;
  after.stuck = 1;
  const broken = consulted.details.brokenPhone !== null;
  return { type: 'ASK_NUMBER', parts: [broken ? phrase('phoneBroken') : askWords(before.phone ?? env.phone)] };
}

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

function callBack({ after, effects, env }: Turn, question: string, phone: string): Principal {
  effects.push({ type: 'request', kind: 'callback', question, phone });
  if (phone !== env.phone) effects.push({ type: 'handoffPhone', phone });
  after.unanswered = null;
  after.owesNumber = false;
  return { type: 'HANDOFF', reason: 'unanswered', priority: 'normal', words: [phrase('callbackNoted', { phone })] };
}
