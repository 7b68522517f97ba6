import type { FlowSettings } from '../flow.ts';
import type { FollowupContext } from './context.ts';
import { nextQuestion, placeOf, type State } from './place.ts';
import type { Point } from './timers.ts';

/** States that wait for the answer to a configured question: they mean nothing without it. */
const ABOUT_QUESTIONS: ReadonlySet<State> = new Set([
  'interview.rating',
  'interview.reason',
  'interview.suggestions',
  'check.grade',
]);

/** Without what points at a question that is no rating any more; the answers already given stay, as they were given. */
function pruned(context: FollowupContext, settings: FlowSettings): FollowupContext {
  const isRating = (id: string) =>
    settings.questions.some((question) => question.id === id && question.type === 'rating');
  const kept = (id: string | null) => (id !== null && isRating(id) ? id : null);
  const owed = context.owed.every(isRating) ? context.owed : context.owed.filter(isRating);
  const doubt = context.doubt !== null && isRating(context.doubt.question) ? context.doubt : null;
  const [lastAnswered, reopened] = [kept(context.lastAnswered), kept(context.reopened)];
  const same =
    owed === context.owed &&
    doubt === context.doubt &&
    lastAnswered === context.lastAnswered &&
    reopened === context.reopened;
  return same ? context : { ...context, owed, doubt, lastAnswered, reopened };
}

/** True if the state still has the question that it waits for. */
function stands({ state, context }: Point, settings: FlowSettings): boolean {
  if (!ABOUT_QUESTIONS.has(state)) return true;
  if (state === 'interview.reason') return context.owed.length > 0;
  if (state === 'check.grade') return context.doubt !== null;
  const type = nextQuestion(context, settings)?.type;
  return state === 'interview.rating' ? type === 'rating' : type === 'free_text';
}

/**
 * A stored talk in the light of the questions as they are configured now: the hospital may drop or change one while people
 * are answering. The talk goes on with what stands open instead; where nothing does, with the next message it is over.
 */
export function fitted(stored: Point, settings: FlowSettings): Point {
  const point = { state: stored.state, context: pruned(stored.context, settings) };
  if (stands(point, settings)) return point;
  const place = placeOf(point.context, settings);
  return { ...point, state: place === 'end' ? 'interview.rating' : place };
}

/** True where the talk waits for a question, and none is left. */
export function nothingAsked({ state, context }: Point, settings: FlowSettings): boolean {
  const asks = state === 'interview.rating' || state === 'interview.suggestions';
  return asks && placeOf(context, settings) === 'end';
}
