import { everyStep, type Law } from '../trace.ts';

const kept = everyStep(
  'answers-are-kept',
  'An answer that was recorded is there after every later turn; only the contact or staff change it.',
  ({ before, read, turn, commit: { record } }) =>
    Object.entries(before?.answers ?? {}).flatMap(([question, was]) => {
      const is = record.answers[question];
      if (is === undefined) return [`${question} is gone`];
      const changed = is.grade !== was.grade || is.reason !== was.reason;
      if (changed && read.length === 0) return [`${question} changed in turn ${String(turn)} although nobody wrote`];
      const lost = is.grade === was.grade && was.reason !== undefined && !(is.reason ?? '').includes(was.reason);
      return lost ? [`${question} lost its reason ${was.reason}`] : [];
    }),
);

const respondent = everyStep('respondent-is-kept', 'Who answers is not forgotten.', ({ before, commit: { record } }) =>
  before !== null && before.respondent !== null && record.respondent === null ? ['respondent is gone'] : [],
);

export const answerLaws: readonly Law[] = [kept, respondent];
