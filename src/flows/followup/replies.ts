import type { PhraseKey } from '../../bot/phrases/registry.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import type { RegisterKind } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import { phrase } from '../shared/acks.ts';
import type { FollowupContext } from './context.ts';
import type { Manner } from './events.ts';
import { nextQuestion, type State } from './place.ts';

/** The question that stands in a state, in words; nothing where we wait for nobody. */
type Ask = (context: FollowupContext, env: StepEnv, manner: Manner) => readonly PhraseRef[];

const isMinor = ({ record }: StepEnv): boolean => record.stay?.minor === true;

/** The first words. A minor's parent is asked for, never the child. */
export function opening(env: StepEnv): PhraseKey {
  return isMinor(env) ? 'openingParent' : 'opening';
}

const configured: Ask = (context, { settings }, manner) => {
  const question = nextQuestion(context, settings);
  return question === undefined ? [] : [{ key: `question.${question.id}.${manner === 'simpler' ? 'simpler' : 'ask'}` }];
};

const NOBODY: Ask = () => [];

/** What each state asks. */
const ASKS: Readonly<Record<State, Ask>> = {
  idle: NOBODY,
  opening: (_, env) => [phrase(isMinor(env) ? 'openingParentAgain' : 'openingAgain')],
  when: () => [phrase('askWhenAgain')],
  scheduled: (context) =>
    context.resumeAt === null ? [] : [phrase('scheduled', { time: { instant: context.resumeAt } })],
  consent: () => [phrase('askConsent')],
  'interview.rating': configured,
  'interview.reason': (context) => [phrase('askReason', { topic: { question: context.owed.at(-1) ?? '' } })],
  'interview.facts': () => [phrase('complaintAskFacts')],
  'interview.suggestions': configured,
  'check.grade': ({ doubt }) =>
    doubt === null
      ? []
      : [phrase('confirmGrade', { grade: { grade: doubt.grade }, topic: { question: doubt.question } })],
  'check.deceased': () => [phrase('confirmDeceased')],
  'check.safety': ({ danger }) => [phrase(danger === 'self_harm' ? 'selfHarmCheck' : 'emergencyCheck')],
  withStaff: NOBODY,
  closed: NOBODY,
};

/** The open question of a state. */
export function ask(
  state: State,
  context: FollowupContext,
  env: StepEnv,
  manner: Manner = 'plain',
): readonly PhraseRef[] {
  return ASKS[state](context, env, manner);
}

/** Acknowledgements that a closing of the same meaning makes superfluous. */
const SAID_BY_CLOSING: Partial<Record<string, RegisterKind>> = {
  complaintRecorded: 'complaint',
  complaintAdded: 'complaint',
  praiseThanks: 'praise',
  suggestionThanks: 'suggestion',
};

function closingFor(context: FollowupContext): { key: PhraseKey; covers: readonly RegisterKind[] } {
  const has = (kind: RegisterKind) => context.entries.some((entry) => entry.kind === kind);
  if (context.deceased) return { key: 'closingBereaved', covers: [] };
  if (has('complaint')) return { key: 'closingComplaint', covers: ['complaint', 'suggestion'] };
  if (has('praise')) return { key: 'closingPraise', covers: ['praise', 'suggestion'] };
  if (has('suggestion')) return { key: 'closingSuggestion', covers: ['suggestion'] };
  return { key: 'closing', covers: [] };
}

/** Thanks at the end, chosen to fit what was said; it does not repeat an acknowledgement of the same message. */
export function closing(context: FollowupContext, acks: readonly PhraseRef[]): readonly PhraseRef[] {
  const { key, covers } = closingFor(context);
  const rest = acks.filter((ack) => {
    const kind = SAID_BY_CLOSING[ack.key];
    return (kind === undefined || !covers.includes(kind)) && ack.key !== 'noted' && ack.key !== 'noOpinionNoted';
  });
  return [...rest, phrase(key)];
}
