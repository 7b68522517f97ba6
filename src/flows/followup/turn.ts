import type { PhraseRef } from '../../domain/effect.ts';
import type { StepEnv } from '../flow.ts';
import { acknowledge, phrase } from '../shared/acks.ts';
import { type Digest, digest, holds, type MessageEvent as Message } from '../shared/digest.ts';
import type { Draft } from '../shared/memory.ts';
import type { FollowupContext } from './context.ts';
import type { Principal } from './events.ts';
import type { State } from './place.ts';
import { type TakenIn, takeIn } from './take-in.ts';

/** One message against one conversation: what the rules of `decide` look at. */
export interface Turn {
  readonly state: State;
  readonly before: FollowupContext;
  /** Rules that decide also settle what follows for the memory (a count, a flag). */
  readonly after: Draft<FollowupContext>;
  readonly message: Digest;
  readonly news: TakenIn['news'];
  readonly doubt: TakenIn['doubt'];
  readonly effects: TakenIn['effects'];
  readonly env: StepEnv;
  /** Acknowledgements a rule adds before the others. */
  readonly first: PhraseRef[];
}

/** A rule gives the principal event, or nothing when it does not apply. */
export type Rule = (turn: Turn) => Principal | null;

/** A patient who tells that a relative lies in hospital speaks of another's stay, and is no relative for it: they are busy. */
function ofThePatient(message: Digest, before: FollowupContext, { record }: StepEnv): Digest {
  const isPatient = (before.respondent ?? record.relation?.respondent) === 'patient';
  if (!isPatient || !message.readmitted || message.relatives.length === 0) return message;
  const kinds = new Set([...message.kinds].filter((kind) => kind !== 'relative'));
  return { ...message, kinds, readmitted: false, relatives: [] };
}

export function beginTurn(before: FollowupContext, state: State, event: Message, env: StepEnv): Turn {
  const message = ofThePatient(digest(event), before, env);
  const { after, effects, news, doubt } = takeIn(before, state, message, env);
  return { state, before, after, message, news, doubt, effects, env, first: [] };
}

function ownAcks({ news, message, state }: Turn): readonly PhraseRef[] {
  const acks: PhraseRef[] = [];
  if (holds(message, 'misunderstood')) acks.push(phrase('misunderstood'));
  else if (news.corrected) acks.push(phrase('corrected'));
  if (state === 'interview.facts' && news.told && news.registers.complaint === undefined)
    acks.push(phrase('complaintAdded'));
  if (news.family) acks.push(phrase('thanksFamily'));
  return acks;
}

/** A short "noted", where nothing else is said and a plain next question would sound deaf. */
function noted({ news, state }: Turn): readonly PhraseRef[] {
  if (news.noOpinion) return [phrase('noOpinionNoted')];
  return news.told && state === 'interview.reason' ? [phrase('noted')] : [];
}

/** Acknowledgements that would sound mechanical twice running. */
const COURTESIES: ReadonlySet<string> = new Set(['modest', 'noted', 'noOpinionNoted']);

/** What the message deserves to hear before the next question: at most two acknowledgements. */
export function acksOf(turn: Turn): readonly PhraseRef[] {
  const { before, after, news } = turn;
  const given = acknowledge(turn.message, news.registers, [...turn.first, ...ownAcks(turn)]);
  const acks = given.length === 0 ? noted(turn) : given;
  const first = acks[0]?.key;
  const moves = news.graded.length > 0 || news.noOpinion || news.told;
  if (moves && first !== undefined && first === before.courtesy) return acks.slice(1);
  after.courtesy = first !== undefined && COURTESIES.has(first) ? first : null;
  return acks;
}
