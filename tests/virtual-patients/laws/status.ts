import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import {
  CONVERSATION_STATES,
  HANDOFF_REASONS,
  type HandoffReason,
  OUTCOMES,
  type Priority,
  RESPONDENTS,
} from '../../../src/domain/vocabulary.ts';
import { everyStep, type Law, type Step } from '../trace.ts';

type Status = Step['commit']['record'];

/** Least priority of a reason (handbook section 1). */
const LEAST: Readonly<Record<HandoffReason, Priority>> = {
  self_harm: 'urgent',
  emergency: 'urgent',
  threat: 'high',
  human_requested: 'normal',
  beyond_authority: 'normal',
  medical_question: 'normal',
  abuse: 'normal',
  not_understood: 'normal',
  unanswered: 'normal',
};
const RANK: Readonly<Record<Priority, number>> = { normal: 0, high: 1, urgent: 2 };

function handoffFaults({ handoff }: Status): readonly string[] {
  if (handoff === null) return [];
  const known = HANDOFF_REASONS.includes(handoff.reason);
  return known && RANK[handoff.priority] >= RANK[LEAST[handoff.reason]]
    ? []
    : [`${handoff.reason} ${handoff.priority}`];
}

const combination = everyStep(
  'only-known-combinations',
  'State, outcome, agreed time and handoff fit each other as in section 1 of the handbook.',
  ({ commit: { record } }) => {
    const { state, outcome, resumeAt, respondent } = record;
    return [
      ...(CONVERSATION_STATES.includes(state) ? [] : [`state ${state}`]),
      ...((state === 'closed') === (outcome !== null) ? [] : [`${state} with outcome ${String(outcome)}`]),
      ...(outcome === null || OUTCOMES.includes(outcome) ? [] : [`outcome ${outcome}`]),
      ...((state === 'scheduled') === (resumeAt !== null) ? [] : [`${state} with resumeAt ${String(resumeAt)}`]),
      ...(respondent === null || RESPONDENTS.includes(respondent) ? [] : [`respondent ${respondent}`]),
      ...handoffFaults(record),
    ];
  },
);

const agreed = everyStep(
  'agreed-times-are-ahead-and-allowed',
  'A time to go on at lies in the future, inside sending hours.',
  ({ before, commit: { record, at } }, { settings }) => {
    const { resumeAt } = record;
    if (resumeAt === null || resumeAt === before?.resumeAt) return [];
    const fits = resumeAt > at && insideSendingHours(resumeAt, settings.sendingHours, settings.zone);
    return fits ? [] : [`${new Date(resumeAt).toISOString()} agreed at ${new Date(at).toISOString()}`];
  },
);

export const statusLaws: readonly Law[] = [combination, agreed];
