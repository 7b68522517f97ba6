import type { PhraseKey } from '../../bot/phrases/registry.ts';
import type { Handoff } from '../../domain/conversation.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import type { FindingKind } from '../../domain/finding.ts';
import { higher, priorityOf } from '../../domain/handoff.ts';
import { HANDOFF_REASONS, type HandoffReason } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import { type Digest, holds } from './digest.ts';
import { nextStaffTime } from './staff-hours.ts';

const KIND_OF: Partial<Record<HandoffReason, FindingKind>> = {
  self_harm: 'self_harm',
  emergency: 'emergency',
  human_requested: 'human',
  threat: 'threat',
  beyond_authority: 'beyond_authority',
  medical_question: 'medical_question',
};

/** Insults that lead to a handoff: the second one (situation 30). */
const INSULTS = 2;

/** Why a message needs a person of the staff, in the handbook's order. `insults`: so far, this message included. */
export function reasonsFor(message: Digest, insults: number): readonly HandoffReason[] {
  return HANDOFF_REASONS.filter((reason) => {
    if (reason === 'abuse') return isInsult(message) && insults >= INSULTS;
    const kind = KIND_OF[reason];
    return kind !== undefined && holds(message, kind);
  });
}

/** An insult that carries a complaint is a complaint (situation 30). */
export function isInsult(message: Digest): boolean {
  return holds(message, 'abuse') && !holds(message, 'complaint');
}

/** The first reason names the handoff, the highest priority of all holds. Undefined without a reason. */
export function nameHandoff(reasons: readonly HandoffReason[]): Pick<Handoff, 'reason' | 'priority'> | undefined {
  const [reason] = reasons;
  if (reason === undefined) return undefined;
  return { reason, priority: reasons.map(priorityOf).reduce(higher) };
}

/** What is said for each reason; when a colleague comes, who asked for a person is told. */
const WORDS: Readonly<Record<Exclude<HandoffReason, 'human_requested'>, PhraseKey>> = {
  self_harm: 'selfHarm',
  emergency: 'emergency',
  threat: 'threatRecorded',
  beyond_authority: 'beyondAuthority',
  medical_question: 'medicalQuestion',
  abuse: 'abuseHandoff',
  not_understood: 'notUnderstood',
  unanswered: 'notUnderstood',
};

/** What is said when a person takes over for this reason. */
export function handoffPhrase(reason: HandoffReason, env: StepEnv): PhraseRef {
  if (reason !== 'human_requested') return { key: WORDS[reason] };
  const next = nextStaffTime(env.now, env.settings);
  return next === null ? { key: 'humanSoon' } : { key: 'humanLater', vars: { time: { instant: next } } };
}
