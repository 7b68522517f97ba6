import type { UnderstandContext } from '../understand.types.ts';
import { type Ballot, emptyBallot } from './ballot.ts';
import type { CorrectionMark } from './correction.ts';
import type { Part, Verdict } from './part.types.ts';

/** What the rating reader knows of the questions while it goes through a message. */
export interface Poll {
  readonly ctx: UnderstandContext;
  readonly ballots: Map<string, Ballot>;
  /** The question that an unnamed grade belongs to; null when none is asked. */
  readonly asked: string | null;
  readonly correction: CorrectionMark | null;
  /** Questions named without a word about them yet (医生、护士、医院都满意). */
  pending: readonly string[];
  /** Whom the part before was about by name. */
  before: readonly string[];
  /** Option numbers without a name, so far: each next one belongs to the next open question. */
  numbers: number;
}

/** Stands for "about somebody or something that no rating asks for". */
export const NOBODY = '-';

export function openPoll(ctx: UnderstandContext, parts: readonly Part[], correction: CorrectionMark | null): Poll {
  const asked = correctedQuestion(ctx, parts, correction) ?? askedQuestion(ctx);
  return { ctx, ballots: new Map(), asked, correction, pending: [], before: [], numbers: 0 };
}

/** The question that a slip was made at: the one it names, else the last one answered. */
function correctedQuestion(
  ctx: UnderstandContext,
  parts: readonly Part[],
  correction: CorrectionMark | null,
): string | null {
  if (correction?.kind !== 'slip') return null;
  const marked = parts.find((part) => part.start <= correction.start && correction.start < part.end);
  const named = marked === undefined ? [] : questionsOf(marked, ctx);
  return named[0] ?? ctx.lastAnswered;
}

/** The question that an unnamed grade answers: the asked one, or at other questions the first open one. */
function askedQuestion({ question, openRatings }: UnderstandContext): string | null {
  if (question.schema === 'rating') return question.id;
  if (question.about !== undefined) return question.about;
  return question.schema === 'free_text' || question.schema === 'facts' ? null : (openRatings[0] ?? null);
}

/** 医生护士医院都满意: the house is one of those listed. */
const LISTED = /(?:护士|医生|大夫|护理)们?(?:和|跟|还有|以及|、)?(?:你们)?(?:医院|整体|总体|环境)(?:全|也)?都/;

/** Rating questions that a part names by role or as the whole. */
export function questionsOf(part: Part, ctx: UnderstandContext): readonly string[] {
  const named: string[] = [];
  for (const { id, type, roles } of ctx.questions) {
    if (type !== 'rating') continue;
    const meant =
      roles.length === 0
        ? part.overall && (part.roles.length === 0 || (part.all && LISTED.test(part.text)))
        : roles.some((role) => part.roles.includes(role));
    if (meant) named.push(id);
  }
  return named;
}

/** The asked question and the open ones after it. */
export function inOrder(poll: Poll): readonly string[] {
  const ids = poll.ctx.questions.filter((q) => q.type === 'rating').map((q) => q.id);
  const from = poll.asked === null ? 0 : Math.max(ids.indexOf(poll.asked), 0);
  return ids.slice(from).filter((id) => id === poll.asked || poll.ctx.openRatings.includes(id));
}

/** Whether the question is about the hospital as a whole. */
export function isOverall(poll: Poll, id: string): boolean {
  return poll.ctx.questions.some((question) => question.id === id && question.roles.length === 0);
}

export function ballotOf(poll: Poll, id: string): Ballot {
  const known = poll.ballots.get(id);
  if (known !== undefined) return known;
  const fresh = emptyBallot(id);
  poll.ballots.set(id, fresh);
  return fresh;
}

/** Notes what a part says about each of the questions. */
export function give(poll: Poll, ids: readonly string[], said: Verdict, part: Part): void {
  for (const id of ids) {
    if (id === NOBODY) continue;
    const ballot = ballotOf(poll, id);
    ballot.verdicts.push({ verdict: said, part });
    if (!ballot.parts.includes(part)) ballot.parts.push(part);
  }
}
