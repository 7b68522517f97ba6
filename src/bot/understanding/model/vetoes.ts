import type { FindingKind } from '../../../domain/finding.ts';
import { WOUND } from '../hard/medical-question.lists.ts';
import type { Part } from '../readers/part.types.ts';
import { NO_WISH } from '../readers/scope.ts';
import { THANKS_NOT } from '../readers/talk.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ModelClass } from './classes.ts';
import type { RulesReading } from './rules-reading.types.ts';

type Veto = (reading: RulesReading) => boolean;

/** Asks us to answer for something, not to change it. */
const DEMAND = /(?:给|要|讨)[^,。]{0,6}(?:说法|交代|解释|答复)/;
/** Fears what we might do: the opposite of a threat. */
const AFRAID = /怕[^,。!?]{0,6}(?:报复|打击|为难|穿小鞋)/;
/** Thanks have their words. */
const GRATEFUL = /谢|感|恩|辛苦|劳|唔该|多得|费心|有心|难为|麻烦|thank|thx|cheers|grateful|appreciate|bless|3q|xie/;
/** 没空调 lacks something, which is an answer and no "nothing". */
const LACKS =
  /^没(?!有?(?:$|[了啥事想得呢吧啊呀的哈哎哦,。!?~ ]|什么|别的|意见|建议|其他|其它|问题|补充|要|哪|更多|多|咩|嘢|兴趣|空|时间))/;
/** Fed up with us, not with life. */
const AT_US = /你们/;
const SOMEBODY = /[我俺他命死活]|\bi\b/;

/** Theft, violence and bribes are told of nobody in praise. */
const ACCUSES = /偷|抢了?我|打(?:我|人|了我|骂)|红包|要钱|勒索|敲诈|\b(?:stole|hit me|bribe)/;
/** 忙着呢别烦我 and no word more is fed up with being asked; whoever says anything besides may be in need. */
const LEAVE_ME =
  /^(?:我?(?:在|正)?忙(?:着|死了?)?(?:呢|的|啊)?|没空|上班呢?|开会呢?)?[,。! ]*(?:别|不要|少|莫)(?:再|来)?(?:烦|吵|扰)我?(?:了|啊|好吗)?[,。!~ ]*$/;

/** 刀口有点红 and no word more: the ward is asked about it (situation 29), no ambulance is called. */
const LOCAL_SIGN = guarded(
  new RegExp(
    `^(?:我的?|他的?|你好,|请问|今天|现在|这两天|最近|感觉|觉得|看着){0,3}${WOUND}(?:附近|周围|旁边|边上|边|上面|上|处|那里|这里|那儿|这儿|那|这|的地方){0,2}(?:还是|还|总是|总|老是|老|今天|现在|这两天|最近|一直|摸着|看着|看起来|感觉|觉得|好像){0,3}(?:有一?点点?儿?|一点点?儿?|稍微有?点?|略微?|微微|有些|轻微|又)?(?:发|泛)?[红痒肿疼痛硬青紫胀麻]{1,2}(?:又[红痒肿疼痛硬])?(?:的|了|呢|啊|呀)?(?:[,。!? ]*(?:怎么办|咋办|正常吗|正常不|要紧吗|要紧不|没事吧|有事吗|要不要紧|碍事吗|怎么回事|咋回事|是不是发炎了?|是发炎了?吗))?[,。!?…~ ]*$`,
  ),
);

/** 医生95，护士85分: figures and whose they are say nothing besides. */
const ONLY_SCORES =
  /^(?=.*\d)(?:医生|大夫|医师|护士|护理|医院|整体|总体|总的|方面|服务|[我给打评是都也就的个得和分吧啊呀了呢哈左右上下,.。、!;:：\s\d])+$/;
/** The meal itself, and nothing of a body. */
const MEAL =
  /(?:饭菜?|伙食|菜|食堂|馒头|米饭|面条|盒饭|早餐|午餐|晚餐)[^。!?;]{0,10}(?:硬|冷|凉|难吃|咸|淡|夹生|没味|馊|油|贵|少|差)/;
const BODY = /胸|喘|晕|昏|吐|血|疼|痛|呼吸|噎|呛|抽|烧|心慌|肚子|拉|憋|意识|摔|瘫|中毒|过敏/;

/** Grades and nothing else: 一般吧，给个及格分. */
function isOnlyGraded({ parts }: RulesReading): boolean {
  return (
    parts.some(({ verdicts }) => verdicts.length > 0) &&
    parts.every(
      ({ faults, verdicts, content }) =>
        faults.length === 0 && !content && verdicts.every(({ grade }) => grade !== 'dissatisfied'),
    )
  );
}

/** 护士小姑娘也满意: an answer on our own scale; whoever praises says more. */
function isPlainlyGraded(reading: RulesReading): boolean {
  return (
    isOnlyGraded(reading) && reading.parts.every(({ verdicts }) => verdicts.every(({ source }) => source === 'plain'))
  );
}

/** 每次话都说一半, asked what fell short: the flow takes it as the reason; nobody and nothing is named or at fault besides. */
function isBareReason({ context, parts }: RulesReading): boolean {
  if (context.question.schema !== 'reason') return false;
  return parts.every(
    ({ roles, things, faults, verdicts }) => roles.length + things.length + faults.length + verdicts.length === 0,
  );
}

/** Said of what was, and by the one who writes. */
export function isReal({ scope }: Part): boolean {
  return !scope.hypothetical && !scope.thirdParty && !scope.ownFault;
}

const nobodyReal: Veto = ({ parts }) => !parts.some(isReal);
/** About us who write; what names a doctor or a nurse is about the ward. */
const namesStaff: Veto = ({ n, parts }) => !AT_US.test(n.text) && parts.some(({ roles }) => roles.length > 0);

/** A wish, or praise beside which no fault is named, is no complaint besides. */
function isOtherOpinion({ found, parts }: RulesReading): boolean {
  const has = (kind: FindingKind) => found.some((finding) => finding.kind === kind);
  return has('suggestion') || (has('praise') && parts.every(({ faults }) => faults.length === 0));
}

/** What the words themselves rule out, however alike they sound to the model. */
const VETOES: Readonly<Partial<Record<ModelClass, Veto>>> = {
  emergency: ({ n }) => LOCAL_SIGN.test(n) || (MEAL.test(n.text) && !BODY.test(n.text)),
  complaint: (reading) =>
    isBareReason(reading) ||
    ONLY_SCORES.test(reading.n.text) ||
    nobodyReal(reading) ||
    isOtherOpinion(reading) ||
    isOnlyGraded(reading),
  'rating.dissatisfied': isOnlyGraded,
  praise: (reading) =>
    isPlainlyGraded(reading) || ONLY_SCORES.test(reading.n.text) || nobodyReal(reading) || ACCUSES.test(reading.n.text),
  suggestion: (reading) =>
    ONLY_SCORES.test(reading.n.text) ||
    NO_WISH.test(reading.n.text) ||
    DEMAND.test(reading.n.text) ||
    nobodyReal(reading) ||
    isOnlyGraded(reading),
  thanks: ({ n }) => THANKS_NOT.test(n.text) || !GRATEFUL.test(n.text),
  decline: ({ n }) => LACKS.test(n.text),
  threat: ({ n }) => AFRAID.test(n.text),
  self_harm: ({ n }) => (AT_US.test(n.text) && !SOMEBODY.test(n.text)) || LEAVE_ME.test(n.text),
  scam_doubt: namesStaff,
  already_surveyed: namesStaff,
  who_are_you: namesStaff,
};

/** Whether the words rule this meaning out. */
export function isVetoed(name: ModelClass, reading: RulesReading): boolean {
  return VETOES[name]?.(reading) === true;
}
