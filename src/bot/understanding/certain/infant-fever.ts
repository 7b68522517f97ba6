import type { Finding } from '../../../domain/finding.ts';
import { spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** Younger than three months: 两个月大, 才俩月零几天, 五十来天, 没出百天, 满月. */
const YOUNG = guarded(
  /(?:[一二两俩仨12]个?(?:多|半|来)?月(?:大|零|多|的|不到)?(?!前|后|了没|以前|以后|内|份|没|里)|(?:[1-9]|[1-8]\d|[一二三四五六七八]?十[一二三四五六七八九]?)(?:来|多)?天(?:大)?的?(?:宝宝|娃|婴儿|孩子|小孩)|(?:宝宝|娃|婴儿|小孩|孩子|老[二三])[^。!?]{0,6}(?:[1-9]|[1-8]\d|[一二三四五六七八]?十[一二三四五六七八九]?)(?:来|多)?天|刚?满月|没满月|未满月|新生儿|刚出生|没出百天)/,
);
const CHILD = /宝宝|娃|婴儿|小孩|孩子|新生儿|老[二三]|孙|闺女|儿子|女儿|bb|baby|崽|毛毛/;
/** 38 degrees and more, or hot to the touch. */
const FEVER = /3[89](?:[.度点]\d?|℃)|三十[八九]度|(?:发|高|低)(?:烧|热)(?!门诊|过)|烧到|滚烫|烫手|身上(?:发)?烫/;
const OVER = /退(?:了|下)|不烧了|没(?:有)?(?:发)?烧|没(?:有)?发热|上(?:个)?月|去年|以前|打(?:了)?疫苗|黄疸|百天照/;

/** Fever in the first three months is an emergency, however the child seems (situation 27; newborns get worse within hours). */
export const readInfantFever: ReadCertain = ({ n }, found) => {
  const age = YOUNG.exec(n);
  if (age === null || !CHILD.test(n.text) || !FEVER.test(n.text) || OVER.test(n.text)) return null;
  if (found.some((one) => one.kind === 'emergency' && one.tier === 'high')) return null;
  const finding: Finding = {
    kind: 'emergency',
    tier: 'high',
    span: spanOf(n, 0, n.text.length),
    confidence: 0.9,
    evidence: 'certain.infant_fever',
  };
  return {
    adds: [finding],
    drops: ({ kind }) => kind === 'medical_question' || kind === 'off_topic' || kind === 'emergency',
  };
};
