import type { Effect } from '../../domain/effect.ts';
import type { RatingFinding } from '../../domain/finding.ts';
import type { Answer } from '../../domain/vocabulary.ts';
import type { FlowSettings, QuestionSpec } from '../flow.ts';
import { type Digest, holds } from '../shared/digest.ts';
import type { Draft } from '../shared/memory.ts';
import type { DoubtfulGrade, FollowupContext } from './context.ts';
import { nextQuestion } from './place.ts';

/** What a message changed in the answers. */
export interface AnswerNews {
  /** Questions that got a grade or another one. */
  readonly graded: readonly string[];
  /** An earlier grade was replaced. */
  readonly corrected: boolean;
  readonly noOpinion: boolean;
  /** A bare 不知道 to the open question, for the first time. */
  readonly unsure: boolean;
}

export interface Work {
  readonly draft: Draft<FollowupContext>;
  readonly effects: Effect[];
  readonly settings: FlowSettings;
  readonly message: Digest;
}

const without = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list.filter((id) => id !== one) : list;

/** A complaint of the same message about the role that was graded is the reason for the grade. */
function reasonInMessage(spec: QuestionSpec, { message }: Work): string | undefined {
  const complaints = message.opinions.filter((f) => f.kind === 'complaint' && f.hasFacts);
  const own = complaints.find((f) => f.concerns.some((one) => spec.roles.includes(one)));
  if (own !== undefined) return own.text;
  return message.ratings.length + message.doubtful.length <= 1 ? complaints[0]?.text : undefined;
}

function sameAnswer(one: Answer | undefined, other: Answer): boolean {
  return one?.grade === other.grade && one.reason === other.reason;
}

function store(work: Work, question: string, answer: Answer): void {
  const { draft, effects } = work;
  if (!sameAnswer(draft.answers[question], answer)) effects.push({ type: 'answer', question, answer });
  draft.answers = { ...draft.answers, [question]: answer };
  draft.lastAnswered = question;
  draft.reworded = without(draft.reworded, question);
  if (draft.reopened === question) draft.reopened = null;
}

/** Who says the same grade again and why has not taken the first reason back: the new one stands on a further line. */
function bothReasons(kept: string | undefined, fresh: string | undefined): string | undefined {
  if (kept === undefined || fresh === undefined || fresh.includes(kept)) return fresh ?? kept;
  return kept.includes(fresh) ? kept : `${kept}\n${fresh}`;
}

/** The last reason that was told for another question. */
function earlierReason({ answers }: FollowupContext, question: string): string | undefined {
  return Object.entries(answers).findLast(([id, { reason }]) => id !== question && reason !== undefined)?.[1].reason;
}

/** Takes a grade. Another grade than before drops the old reason; a missing reason is owed once. */
export function grade(work: Work, given: DoubtfulGrade & Pick<RatingFinding, 'sameReason'>): void {
  const { draft, settings } = work;
  const spec = settings.questions.find(({ id, type }) => id === given.question && type === 'rating');
  if (spec === undefined) return;
  const before = draft.answers[spec.id];
  const kept = before?.grade === given.grade ? before.reason : undefined;
  const told = given.reason ?? (given.sameReason === true ? earlierReason(draft, spec.id) : undefined);
  const fresh = told ?? (given.grade === 'satisfied' ? undefined : reasonInMessage(spec, work));
  const reason = bothReasons(kept, fresh);
  store(work, spec.id, { grade: given.grade, ...(reason === undefined ? {} : { reason }) });
  const asks = given.grade !== 'satisfied' && reason === undefined && !draft.reasonAsked.includes(spec.id);
  draft.owed = asks ? [...without(draft.owed, spec.id), spec.id] : without(draft.owed, spec.id);
}

function isCorrection(draft: FollowupContext, rating: RatingFinding): boolean {
  const before = draft.answers[rating.question];
  return before !== undefined && before.grade !== rating.grade;
}

function takeRatings(work: Work): Pick<AnswerNews, 'graded' | 'corrected'> {
  const { draft, message } = work;
  const fresh = message.ratings.filter((rating) => draft.answers[rating.question]?.grade !== rating.grade);
  const corrected = fresh.some((rating) => isCorrection(draft, rating));
  for (const rating of message.ratings) grade(work, rating);
  return { graded: fresh.map((rating) => rating.question), corrected };
}

function takeNoOpinions(work: Work): Pick<AnswerNews, 'noOpinion' | 'unsure'> {
  const { draft, message, settings } = work;
  const open = nextQuestion(draft, settings);
  let noOpinion = false;
  let unsure = false;
  for (const finding of message.noOpinions) {
    const spec = settings.questions.find(({ id }) => id === finding.question);
    if (spec?.type !== 'rating' || message.ratings.some((rating) => rating.question === spec.id)) continue;
    if (finding.firmness === 'explicit' || draft.reworded.includes(spec.id)) {
      store(work, spec.id, { grade: 'no_opinion' });
      draft.owed = without(draft.owed, spec.id);
      noOpinion = true;
    } else if (spec.id === open?.id) {
      draft.reworded = [...draft.reworded, spec.id];
      unsure = true;
    }
  }
  return { noOpinion, unsure };
}

/** 我说的是护士: the answer before goes to whom it was meant for; the other is graded anew. */
function moveAnswer(work: Work): void {
  const { draft, message } = work;
  const last = draft.lastAnswered;
  if (message.meant === null || last === null || message.ratings.some(({ question }) => question === message.meant))
    return;
  const answer = draft.answers[last];
  if (answer === undefined || answer.grade === 'no_opinion' || draft.answers[message.meant] !== undefined) return;
  grade(work, {
    question: message.meant,
    grade: answer.grade,
    ...(answer.reason === undefined ? {} : { reason: answer.reason }),
  });
  draft.lastAnswered = last;
}

/** Takes every grade and every "no opinion" of a message. */
export function takeAnswers(work: Work): AnswerNews {
  moveAnswer(work);
  return { ...takeRatings(work), ...takeNoOpinions(work) };
}

/** Of the grades without a reason, those that the words are about: not a role's, when they name another role. */
function meant({ draft, message, settings }: Work): readonly string[] {
  const concerns = message.opinions.flatMap((f) => f.concerns);
  const named = settings.questions.filter(({ roles }) => roles.some((role) => concerns.includes(role)));
  if (named.length === 0) return draft.owed;
  const ofARole = settings.questions.filter(({ roles }) => roles.length > 0);
  const others = ofARole.filter((question) => !named.includes(question)).map(({ id }) => id);
  return draft.owed.filter((id) => !others.includes(id));
}

/** Gives the grades that still lack one the contact's own words as reason. */
export function giveReason(work: Work, reason: string): void {
  const { draft } = work;
  const last = draft.lastAnswered;
  for (const question of meant(work)) {
    const answer = draft.answers[question];
    if (answer !== undefined) store(work, question, { ...answer, reason });
  }
  draft.lastAnswered = last;
}

/** A grade below the act band that is worth asking about: it concerns something open, or takes an answer back. */
export function doubtOf(draft: FollowupContext, message: Digest): DoubtfulGrade | null {
  const finding = message.doubtful.find((f) => draft.answers[f.question] === undefined || f.correction === true);
  if (finding === undefined || holds(message, 'no_opinion')) return null;
  const { question, grade: given, reason } = finding;
  return { question, grade: given, ...(reason === undefined ? {} : { reason }) };
}
