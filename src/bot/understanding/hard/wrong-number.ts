import type { Finding, PlainFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { bare, scopeOf } from '../scope.ts';
import { isConsultation } from '../setting.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';

const TRIGGER = guarded(
  /[错识认过号住姓主来人院机话听谁哪名看叫]|不是|wrong|know|heard|name|number|never|mistake|nobody|no ?one|anyone/,
);

/** Can only mean the number, whenever it is said. */
const SURE = guarded(
  /(?:打|拨|找|发|传|搵|揾|寄)错(?:了)?(?:电话|号码?|人)(?!医生|科|窗口)|(?:电话|号码?|短信|信息|讯息|简讯|消息)(?:打|发|拨|传)?(?:错了|错啦|有误|不对|打错|发错|传错)|(?:没(?:有|得)?|莫得|冇|查无)(?:你(?:们)?(?:说|找|要找)的?)?(?:这个?|此|呢个|这么个|这样的?|那个?|叫这个(?:名字)?的|姓[^,。]的?)人|(?:不认识|不认得|不识|没见过|不知道有)(?:这个?|此|呢个|什么|他说的|你(?:们)?(?:说|找)的)(?:个)?(?:人|名字)|(?:号码?|电话|手机号?|卡)[^,。不]{0,5}(?:换(?:了)?(?:主|人|机主)|是?(?:新办|刚买|新买|刚办|刚换|新换|才办|二手|才买))|我(?:是|才是)(?:新|现在的?)(?:机主|号主|主人)|(?:这|我(?:这)?)(?:个)?(?:号码?|手机号?|电话|卡)(?:都|已经)?(?:我)?(?:都)?(?:用|使|办)(?:了)?(?:快|都|有|好)?[^,。]{0,3}(?:年|个月)了?[^不]{0,4}(?:哪|没|谁|怎么)|(?:这|呢个|我)[^,。]{0,6}(?:号|电话|手机)[^,。]{0,3}不是(?:他|你(?:们)?(?:要)?找的?)?[^,。]{0,5}的?|不是[^,。]{1,6}(?:的?电话|的?号码?|的?手机)|(?:you(?:'ve| have)? (?:got |have )?(?:the )?)?wrong (?:number|person|phone)|(?:no ?one|nobody|not anyone|isn'?t anyone)(?: here)?(?: \w+){0,2} (?:by|with|of|called|named)(?: that name)?|(?:don'?t|do not) know (?:\w+ ){0,2}(?:by that name|with that name|this person|that person|who (?:that|this|he|she) is|any \w+|him\b|her\b|anyone)|never heard of (?:him|her|them|that|this|\w+)|not (?:my|his|her) (?:name|number)\b/g,
);

/** Means the number while nobody has confirmed who they are. */
const AT_OPENING = guarded(
  /(?:打|发|传|拨|找|搞|弄|送|搵|揾|认|寄|联系|问)错(?:了|人|啦|喇|吧|咯|嘞|喽|$)|(?:不认识|不认得|不识得?|不识)(?:他|呢个|这位|这|[^,。医护字路门东]{1,4}$)?$|(?:不认识|不认得)[,。!]|(?:从来?|都|也)?(?:没|没有|未)(?:听说过?|听过|听讲过|听闻)|我(?:又|都|也|们|家|最近|从来|从|根本|真的|可|就)*(?:没|没有|未)(?:在(?:你们)?(?:那|这|医院|那里|那儿)?)?住过?(?:你们)?(?:的)?(?:医院?|院)|(?:没|没有|从没)(?:去|到|来)过(?:你们|贵|这家|那家|什么)?(?:的)?医?院|(?:没|没有|从没)在(?:你们|贵|这家)?[^,。]{0,4}住过|我不姓|我不(?:是|叫)(?:什么|那个|这个)?[^,。我]{2,4}(?:[,。!?]|$)|错了[,。]?不是我|(?:什么|谁是|哪个)[^,。]{2,3}[,。]?(?:不认识|没听)|(?:家里?|这里|这儿|我们(?:家|这)?|呢度)[^,。]{0,3}没(?:有)?(?:这个?|此)?人|搞错对象|(?:没|没有)(?:家人|家属|人|亲戚)(?:在(?:你们)?[^,。]{0,3})?住(?:过)?院|不是你(?:们)?要?找的|(?:不知道|不晓得|不清楚)[^,。]{0,4}(?:说|找|问)的(?:是)?(?:谁|哪个|什么人)|没听过|谁是[^,。你我]{2,4}[?]?$|^[^,。你我他这那谁]{2,4}(?:是|系)(?:谁|哪个|哪位|边个)(?:啊|呀|嘛|来着|哦)?(?=[?,。!]|$)|哪(?:来|里|有)的?(?:什么|啥)?[^,。你我]{2,4}(?=[?]|$)|谁叫[^,。你我]{2,4}[?]|没(?:有)?(?:叫|姓)(?:这个?|他|王)|我姓[^,。]{1,2}[,。]?(?:不是|不叫)|我(?:又|都|也|从来|从|根本|真的|最近)*(?:没|没有)(?:看过病|看病|做过手术|生病|生过病)|不是(?:他|你(?:们)?要?找的)(?:本人)?(?:[,。!?]|$)|(?:nobody|no ?one|not anyone) (?:here )?(?:called|named|by)|i(?:'?ve| have|'m| was)? (?:never|not|wasn'?t)(?: been)? (?:in|to|at|a patient|admitted|hospital\w*)/g,
);

/** After 打错 or 发错: another thing than the number. */
const OTHER_THING =
  /^(?:针|字|药|牌|卡|分|单|标点|符号|一个字|几个字|名字|钱|饭|餐|位置|地方|路|门|科|医生|选项|数字|按钮|报告)/;
const NOT_THE_NUMBER =
  /走错|地方|刚才|应该是|我(?:是)?说|是满意|不满意|满意|选错|按错|打针|(?<!名)字|医生|护士|大夫|主治|名字写|写错|登记/;
/** A relative speaks: the number is right. */
const RELATED = guarded(
  /我是他|我他的?(?:儿|女|爱|老)|他的?(?:儿子|女儿|老公|老婆|爱人|家属|孩子)|家属|我(?:爸|妈|爷|奶|老公|老婆|儿子|女儿|爱人|公公|婆婆|丈夫|妻子|姐|哥|弟|妹)|my (?:father|mother|husband|wife|son|daughter)/,
);

/** Situation 6, before identity is known; 打错了 after an answer is a correction and read elsewhere. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
export function readWrongNumber(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  if (isConsultation(ctx) || !TRIGGER.test(n)) return [];
  const sure = first(n, SURE, (after) => !OTHER_THING.test(after));
  if (sure !== null && !RELATED.test(n)) {
    if (!settled(ctx)) return [plain(n, sure, 0.95, 'wrong_number.sure')];
    // Somebody else may have the phone now, but an answer was given: ask first.
    return /医生|护士|主任/.test(n.text) ? [] : [plain(n, sure, 0.7, 'wrong_number.late')];
  }
  if (settled(ctx) || RELATED.test(n) || /满意|应该是|按错|是[123](?!\d)/.test(n.text)) return [];
  const hit = first(n, AT_OPENING, (after, clause) => !OTHER_THING.test(after) && !NOT_THE_NUMBER.test(clause));
  if (hit === null) return [];
  const [start, end] = hit;
  const onlyName = /^我不(?:是|叫)/.test(n.text.slice(start, end)) && bare(n.text).length <= end - start;
  return [plain(n, hit, onlyName ? 0.65 : 0.9, 'wrong_number.at_opening')];
}

/** Who it is is known, or a question of the interview has been reached. */
function settled(ctx: UnderstandContext): boolean {
  return ctx.identified || ctx.lastAnswered !== null;
}

function plain(
  n: Normalised,
  [start, end]: readonly [number, number],
  confidence: number,
  evidence: string,
): PlainFinding {
  return { kind: 'wrong_number', span: spanOf(n, start, end), confidence, evidence };
}

function first(
  n: Normalised,
  pattern: Guarded,
  holds: (after: string, clause: string) => boolean,
): readonly [number, number] | null {
  for (const match of pattern.matches(n)) {
    const end = match.index + match[0].length;
    const { clause, after } = scopeOf(n, match.index, end);
    if (holds(after, clause.text)) return [match.index, end];
  }
  return null;
}
