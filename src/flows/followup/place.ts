import type { FlowSettings, QuestionSpec } from '../flow.ts';
import type { FollowupContext } from './context.ts';

/** The machine's states by path. */
export const STATES = [
  'idle',
  'opening',
  'when',
  'scheduled',
  'consent',
  'interview.rating',
  'interview.reason',
  'interview.facts',
  'interview.suggestions',
  'check.grade',
  'check.deceased',
  'check.safety',
  'withStaff',
  'closed',
] as const;
export type State = (typeof STATES)[number];

/** The machine's value of each state: `{interview: 'rating'}`. */
export const VALUES = Object.fromEntries(
  STATES.map((state) => {
    const [outer = state, inner] = state.split('.');
    return [state, inner === undefined ? outer : { [outer]: inner }];
  }),
) as Readonly<Record<State, string | Readonly<Record<string, string>>>>;

/** Where a conversation goes on once what a message says is taken in. `end`: nothing is open any more. */
export type Place = Extract<State, 'opening' | 'scheduled' | 'consent' | `interview.${string}` | 'closed'> | 'end';

/** The first question without an answer, in the configured order; a question that is asked anew goes first. */
export function nextQuestion(context: FollowupContext, settings: FlowSettings): QuestionSpec | undefined {
  const anew = settings.questions.find((question) => question.id === context.reopened);
  if (anew !== undefined) return anew;
  return settings.questions.find(({ id, type }) =>
    type === 'rating' ? context.answers[id] === undefined : !context.done.includes(id),
  );
}

/** Rating questions without an answer, in the order of asking. */
export function openRatings(context: FollowupContext, settings: FlowSettings): readonly string[] {
  return settings.questions
    .filter(({ id, type }) => type === 'rating' && context.answers[id] === undefined)
    .map(({ id }) => id);
}

/** What stands open, most urgent first: facts of a complaint, a reason, an agreed time, consent, the questions. */
export function placeOf(context: FollowupContext, settings: FlowSettings): Place {
  if (context.factsOwed !== null) return 'interview.facts';
  if (context.outcome !== null) return 'closed';
  if (context.resumeAt !== null) return 'scheduled';
  if (context.deceased && !context.consented) return 'consent';
  if (context.owed.length > 0) return 'interview.reason';
  if (!context.started) return 'opening';
  const next = nextQuestion(context, settings);
  if (next === undefined) return 'end';
  return next.type === 'rating' ? 'interview.rating' : 'interview.suggestions';
}
