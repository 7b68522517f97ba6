import { ACT } from '../../../domain/finding.ts';
import { coreOf, whole } from '../readers/patterns.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

const LET_BE = '(?:算|罢|拉倒|得|行|好)(?:了|啦)?(?:吧|呀|啊)?';
const NO_TALK = '不(?:想)?(?:再)?(?:说|答|聊|谈|讲|提|回|弄|填)(?:了|啦)(?:吧|啊)?';
/** 算了不说了, in one breath: the same as with a comma. */
const NO_MORE = new RegExp(
  `^(?:唉|哎|那|就|还是|这事儿?|我){0,2}(?:${LET_BE}[,。.… ]{0,2}${NO_TALK}|${NO_TALK}[,。.… ]{0,2}(?:算|罢|拉倒)(?:了|啦)?|算了[,。 ]?算了)$`,
);
/** Where "no" only ends the question, its own reader knows it. */
const ENDS: ReadonlySet<string> = new Set(['free_text', 'reason', 'facts', 'yes_no']);

/** Refuses to go on (situation 24). */
export const readNoMore: ReadCertain = ({ n, context }) => {
  if (ENDS.has(context.question.schema) || !NO_MORE.test(coreOf(n.text))) return null;
  return {
    adds: [whole(n, 'refuse', 0.85, 'certain.no_more')],
    drops: (finding) => isGuess(finding) || (finding.kind === 'rating' && finding.confidence < ACT),
  };
};
