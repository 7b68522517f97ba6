import type { Effect } from '../../domain/effect.ts';
import type { FindingKind } from '../../domain/finding.ts';
import type { StepEnv } from '../flow.ts';
import { asksBack, type Digest, holds } from '../shared/digest.ts';
import { isInsult } from '../shared/handoffs.ts';
import type { Draft } from '../shared/memory.ts';
import { addFacts, bareComplaint, type RegisterNews, recordOpinions } from '../shared/registers.ts';
import { type AnswerNews, doubtOf, giveReason, grade, takeAnswers, type Work } from './answers.ts';
import type { DoubtfulGrade, FollowupContext } from './context.ts';
import type { State } from './place.ts';

/** What a message added to what we know. */
interface News extends AnswerNews {
  readonly registers: RegisterNews;
  /** The contact's words were taken as the reason or the facts that were asked for. */
  readonly told: boolean;
  /** The open free-text question is answered. */
  readonly freeText: boolean;
  /** A relative is talking to us, for the first time. */
  readonly family: boolean;
  readonly death: boolean;
}

/** `after` and `effects` are new and the caller's own. */
export interface TakenIn {
  readonly after: Draft<FollowupContext>;
  readonly effects: Effect[];
  readonly news: News;
  readonly doubt: DoubtfulGrade | null;
}

/** Meanings that interrupt instead of answering an open question for free text. */
const INTERRUPTIONS: readonly FindingKind[] = [
  'who_are_you',
  'scam_doubt',
  'not_understood',
  'misunderstood',
  'unreadable',
  'hospital_question',
  'appointment',
  'complaint_status',
  'off_topic',
  'contact_time',
  'busy',
  'refuse',
  'opt_out',
  'opt_in',
  'human',
  'threat',
  'beyond_authority',
  'medical_question',
  'emergency',
  'self_harm',
  'deceased',
  'wrong_number',
  'unaware_relative',
  'abuse',
  'already_surveyed',
  'correction',
  'rating',
];
/** Meanings that end a free-text question without a word of substance. */
const NOTHING_MORE: readonly FindingKind[] = [
  'decline',
  'no_opinion',
  'agree',
  'thanks',
  'farewell',
  'apology',
  'greeting',
  'available',
  'self',
  'relative',
];
/** From so many characters on, words at the free-text question that no rule could read are kept as a suggestion. */
const WORTH_KEEPING = 8;

/** A figure, a sign and no word: it can be a grade, never what exactly fell short. */
export function isMute({ text, kinds }: Digest): boolean {
  return kinds.size === 0 && !/\p{L}/u.test(text);
}

/** The contact's own words as answer to "what exactly?": opinions first, else the message unless it says something else. */
function substance(message: Digest): string | null {
  const opinions = message.opinions.filter((f) => f.kind !== 'praise' && f.hasFacts);
  if (opinions.length > 0) return [...new Set(opinions.map((f) => f.text.trim()))].join('\n');
  if (message.text === '' || holds(message, ...INTERRUPTIONS, ...NOTHING_MORE) || message.opinions.length > 0)
    return null;
  return message.text;
}

function takePeople(draft: Draft<FollowupContext>, message: Digest, effects: Effect[]): Pick<News, 'family' | 'death'> {
  const before = draft.respondent;
  if (holds(message, 'self')) draft.respondent = 'patient';
  if (message.relatives.length > 0) draft.respondent = 'family';
  const death = message.death === 'high' && !draft.deceased;
  if (death) markDeath(draft, effects);
  const answered = message.ratings.length > 0 || message.opinions.length > 0 || message.noOpinions.length > 0;
  if (answered || holds(message, 'self', 'relative', 'available')) draft.identified = true;
  if (answered) draft.started = true;
  return { family: holds(message, 'relative') && before !== 'family' && !draft.deceased, death };
}

/** The patient has died: whoever writes is family, and no campaign ever writes again. */
export function markDeath(draft: Draft<FollowupContext>, effects: Effect[]): void {
  draft.deceased = true;
  draft.identified = true;
  draft.respondent = 'family';
  effects.push({ type: 'mark', mark: 'deceased' });
}

/** A yes to "you mean GRADE, right?", or the same doubtful grade again, takes it. */
function takeConfirmed(work: Work, doubt: DoubtfulGrade): boolean {
  const { message } = work;
  const again = message.doubtful.some((f) => f.question === doubt.question && f.grade === doubt.grade);
  const yes = (holds(message, 'agree') && message.doubtful.length === 0) || again;
  if (!yes || holds(message, 'decline') || message.ratings.some((f) => f.question === doubt.question)) return false;
  grade(work, doubt);
  return true;
}

function takeTold(work: Work, state: State, registers: RegisterNews): boolean {
  const { draft, message, effects } = work;
  const words = substance(message);
  const facts = state === 'interview.facts' ? draft.factsOwed : null;
  if (words === null || isMute(message)) return false;
  if (facts !== null && registers.complaint === undefined) addFacts(draft, effects, words, facts);
  if (facts === null && state !== 'interview.reason') return false;
  giveReason(work, words);
  return true;
}

function takeFreeText(work: Work, question: string, registers: RegisterNews): boolean {
  const { draft, message, effects } = work;
  const opinion = Object.keys(registers).length > 0 && !holds(message, 'complaint_status');
  const words = substance(message);
  const twice = draft.vague > 0 && holds(message, 'agree');
  const enough =
    (twice || holds(message, 'decline', 'no_opinion', 'thanks', 'farewell', 'rating')) && !asksBack(message);
  if (!opinion && words === null && !enough) return false;
  if (!opinion && words !== null && words.length >= WORTH_KEEPING) {
    draft.entries = [...draft.entries, { kind: 'suggestion', concerns: [], bare: false }];
    effects.push({ type: 'register', kind: 'suggestion', text: words, concerns: [] });
  }
  draft.done = [...draft.done, question];
  return true;
}

/** The free-text question that a message may answer: the open one, or the next once the message fills every rating. */
function freeTextQuestion(before: FollowupContext, work: Work, state: State): string | null {
  const { draft, message, settings } = work;
  const open = settings.questions.find(({ id, type }) => type === 'free_text' && !draft.done.includes(id));
  if (open === undefined) return null;
  if (state === 'interview.suggestions') return open.id;
  const filled = settings.questions.every(({ id, type }) => type !== 'rating' || draft.answers[id] !== undefined);
  const justFilled = filled && before.answers !== draft.answers && message.ratings.length > 1;
  return justFilled && holds(message, 'decline') && !holds(message, 'refuse', 'busy') ? open.id : null;
}

function requestOf(message: Digest, draft: FollowupContext): readonly Effect[] {
  if (message.question === null || message.knowledge !== null) return [];
  if (draft.optedOut) return [{ type: 'note', text: message.text }];
  return [{ type: 'request', kind: 'callback', question: message.question.text }];
}

/**
 * Takes in what a message says, whatever follows from it: grades, reasons, opinions, who is talking, a death. Nothing of
 * it is lost when something else in the message decides what happens next.
 */
export function takeIn(before: FollowupContext, state: State, message: Digest, env: StepEnv): TakenIn {
  const draft: Draft<FollowupContext> = {
    ...before,
    reminded: false,
    greeted: false,
    misses: 0,
    doubt: null,
    danger: null,
  };
  const effects: Effect[] = [];
  const work: Work = { draft, effects, settings: env.settings, message };
  const people = takePeople(draft, message, effects);
  const confirmed = before.doubt !== null && takeConfirmed(work, before.doubt);
  const answers = takeAnswers(work);
  const registers = recordOpinions(draft, message, effects);
  const told = takeTold(work, state, registers);
  const question = freeTextQuestion(before, work, state);
  const freeText = question !== null && takeFreeText(work, question, registers);
  draft.vague = 0;
  if (isInsult(message)) draft.insults += 1;
  if (holds(message, 'already_surveyed')) draft.surveyed = true;
  if (registers.complaint === 'bare') draft.factsOwed = bareComplaint(draft.entries);
  effects.push(...requestOf(message, draft));
  const doubt = confirmed ? null : doubtOf(draft, message);
  const graded = confirmed ? [...answers.graded, before.doubt.question] : answers.graded;
  return { after: draft, effects, news: { ...answers, ...people, graded, registers, told, freeText }, doubt };
}
