import { ASK, type Finding } from '../../../domain/finding.ts';
import { spanOf } from '../normalise.ts';
import { isConsultation } from '../setting.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

const TAKE = '(?:吃|喝|喂|服|打|用|抹|滴|涂|贴)';
const MAY = '(?:能不能|可不可以|可以|能|要不要|用不用|需不需要|是不是(?:就)?(?:要|该|得|可以)|该不该|应该|要)';
/** How much and how often: 一次给他喂几毫升, 隔几个钟头能再喂, 一天吃几次. */
const DOSE = guarded(
  new RegExp(
    `(?:一次|一天|一顿|每次|每天|一回)[^,。!?]{0,5}${TAKE}[^,。!?]{0,3}(?:几|多少)(?:个)?(?:毫升|片|粒|颗|滴|包|袋|毫克|次|ml|mg)|${TAKE}[^,。!?]{0,3}(?:几|多少)(?:个)?(?:毫升|片|粒|颗|滴|包|毫克|ml|mg)|隔(?:多久|几个?)(?:小时|钟头|点)?[^,。!?]{0,4}(?:再|能)[^,。!?]{0,2}${TAKE}`,
  ),
);
/** Whether to begin, stop, halve or change it: 能不能自己减成半片吃, 是不是要开始吃降尿酸的药了. */
const CHANGE = guarded(
  new RegExp(
    `${MAY}[^,。!?]{0,4}(?:停(?!诊|车)|减(?!免|肥)|加(?:量|倍)|换成|改成|开始吃|开始服|继续(?:吃|服)|一起吃|同时吃|掰|少吃|多吃)[^,。!?]{0,8}(?:药|片|粒|针|量|吃|降)|(?:药|片|针)[^,。!?]{0,6}${MAY}[^,。!?]{0,4}(?:停(?!诊|车)|减|换|继续吃|掰开|一起吃)`,
  ),
);
/** What one's own result means: 转氨酶128严重不严重, 我这是不是妊娠糖尿病. */
const RESULT =
  /化验|报告|单子|结果|指标|糖耐|血(?:糖|压|脂|常规)|转氨酶|尿酸|肌酐|甲功|抗体|结节|b超|彩超|ct|核磁|片子|病理|阳性|箭头|偏[高低]/;
const JUDGE = guarded(
  /严不严重|严重不严重|严重吗|严重不|要不要紧|要紧吗|要紧不|有没有事|正不正常|正常吗|正常不|(?:我|他|她|孩子|俺)?(?:这|这样|这个)?(?:算不算|是不是)(?:就)?(?:得了|有|说明)?[^,。!?]{0,8}(?:病|炎|癌|瘤|贫血|异常|怀孕|梗|症)|能不能吃|还能(?:不能)?吃|是什么意思|啥意思/,
);
const FIGURE = /\d/;
/** Asks for a department, which is said; the rest is told there. */
const DEPARTMENT =
  /挂(?:什么|啥|哪|几)|(?:什么|啥|哪)(?:个)?(?:科|门诊|大夫|医生)|看(?:哪|什么|啥)|找(?:谁|哪)|\bwhich department\b/;

/** One's own dose, treatment or result is for a doctor (situation 29; section 4), whatever else the message sounds like. */
export const readOwnTreatment: ReadCertain = ({ n, context }, found) => {
  if (!isConsultation(context) || DEPARTMENT.test(n.text)) return null;
  if (found.some(isSeenDanger)) return null;
  const judged = JUDGE.test(n) && RESULT.test(n.text) && FIGURE.test(n.text);
  if (!judged && !DOSE.test(n) && !CHANGE.test(n)) return null;
  const finding: Finding = {
    kind: 'medical_question',
    text: n.original,
    span: spanOf(n, 0, n.text.length),
    confidence: 0.95,
    evidence: 'certain.own_treatment',
  };
  return { adds: [finding], drops: ({ kind }) => DROPPED.has(kind) };
};

const DROPPED: ReadonlySet<string> = new Set([
  'medical_question',
  'hospital_question',
  'off_topic',
  'complaint',
  'emergency',
]);

/** A danger that more than the model's ear speaks for goes before. */
function isSeenDanger({ kind, confidence, evidence }: Finding): boolean {
  return (kind === 'emergency' || kind === 'self_harm') && confidence >= ASK && !evidence.startsWith('model.');
}
