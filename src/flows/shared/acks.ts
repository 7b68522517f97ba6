import type { PhraseKey } from '../../bot/phrases/registry.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import { type Digest, holds } from './digest.ts';
import { isInsult } from './handoffs.ts';
import type { Recorded, RegisterNews } from './registers.ts';

const MOST = 2;
const COMPLAINT: Record<Recorded, PhraseKey | null> = { new: 'complaintRecorded', added: 'complaintAdded', bare: null };

/** Typed by the phrase registry: a key that does not exist does not compile. */
export function phrase(key: PhraseKey, vars?: PhraseRef['vars']): PhraseRef {
  return vars === undefined ? { key } : { key, vars };
}

function opinionAcks(news: RegisterNews): readonly PhraseRef[] {
  const complaint = news.complaint === undefined ? null : COMPLAINT[news.complaint];
  const acks = complaint === null ? [] : [phrase(complaint)];
  if (news.praise !== undefined) acks.push(phrase('praiseThanks'));
  if (news.suggestion !== undefined) acks.push(phrase('suggestionThanks'));
  return acks;
}

/** The answer to a question about the hospital, or that it will be checked. */
function questionAck(message: Digest): readonly PhraseRef[] {
  if (message.question === null) return [];
  return [message.knowledge === null ? phrase('willCheck') : phrase('answer', { answer: message.knowledge })];
}

/** Talk about the talk (situations 10, 14–17, 20, 30, 31), most needed first. */
function talkAcks(message: Digest, news: RegisterNews): readonly PhraseRef[] {
  const acks: PhraseRef[] = [];
  if (holds(message, 'scam_doubt')) acks.push(phrase('scamAnswer'));
  else if (holds(message, 'who_are_you')) acks.push(phrase(message.asksForBot ? 'botIdentity' : 'whoWeAre'));
  if (holds(message, 'complaint_status') && news.complaint !== 'new') acks.push(phrase('complaintStatus'));
  if (holds(message, 'already_surveyed')) acks.push(phrase('alreadySurveyed'));
  if (isInsult(message)) acks.push(phrase('abuseCalm'));
  if (holds(message, 'apology')) acks.push(phrase('apologyAccepted'));
  return acks;
}

/** Courtesies that are answered only when nothing weightier is. */
function courtesies(message: Digest): readonly PhraseRef[] {
  if (holds(message, 'thanks')) return [phrase('modest')];
  return holds(message, 'off_topic') ? [phrase('offTopic')] : [];
}

/** Everything a message deserves to hear before the next question; at most two, the weightiest first. */
export function acknowledge(
  message: Digest,
  news: RegisterNews,
  first: readonly PhraseRef[] = [],
): readonly PhraseRef[] {
  const acks = [...first, ...questionAck(message), ...opinionAcks(news), ...talkAcks(message, news)];
  return (acks.length === 0 ? courtesies(message) : acks).slice(0, MOST);
}
