import { coreOf, whole } from '../readers/patterns.ts';
import type { ReadCertain } from './certain.types.ts';

const LEAD = '(?:我|俺|也|就|反正|其实|真|还|这个?|具体)*';
const NO_WORDS =
  '(?:说|讲|道|形容|表达)(?:不(?:好|清楚?|上来?|出来?|明白)|不出(?:个)?(?:啥|什么|所以然|一二三?|名堂)?来?)(?:为(?:什么|啥)|哪里不好)?';
const A_FEELING =
  '(?:就|只)?(?:是)?(?:这么|那么|这|那)?(?:一)?个(?:感觉|印象)|(?:就|只)(?:是)?(?:凭)?(?:感觉|觉得)(?:而已|罢了)?';
const NONE = new RegExp(
  `^${LEAD}(?:${NO_WORDS}|${A_FEELING})(?:[,。 ]?(?:${NO_WORDS}|${A_FEELING}))?(?:了|吧|啊|呀|的|呢)*$`,
);

/** 讲不出来, asked what fell short: there is no reason to be told, and the grade stands (handbook section 2). */
export const readNoReason: ReadCertain = ({ n, context }, found) => {
  if (context.question.schema !== 'reason' || found.some(({ kind }) => kind === 'decline')) return null;
  if (!NONE.test(coreOf(n.text))) return null;
  return { adds: [whole(n, 'decline', 0.85, 'certain.no_reason')], drops: ({ kind }) => kind === 'no_opinion' };
};
