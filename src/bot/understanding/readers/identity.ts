import type { Finding, RelativeFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { readBusy } from './busy.ts';
import { gapped } from './gapped.ts';
import { asksOn, fragmentsOf, isOpen } from './opening.ts';
import { coreOf, has, match, plain, whole } from './patterns.ts';
import { EN_KIN, KIN } from './people.lists.ts';

const WHOSE = '(?:他们?|病人|患者|伤者|老人家?|老爷子|老太太|本人|[\\u4e00-\\u9fff]{2,4}?)';
const RELATION = guarded(
  new RegExp(
    `我(?:就|才)?(?:是|系|乃)${WHOSE}?的?(?:请的|亲|大|小|二|老)?(${KIN})(?!说|讲|在住|住的?院)|^(?:你好,?|是)?(?:他|${WHOSE})的?(${KIN})$|这(?:里|边)?是(?:他|${WHOSE})的?(${KIN})|^(?:我是)?(${KIN})$|(?:^|[,.!。])(?:我是?|这是|他的?|病人的?|患者的?|老人的?)?(${KIN})(?:来|在)?(?:代|帮|替)(?:他|老人家?|病人|患者|我[爸妈])?(?:忙)?(?:回|答|填|复|说|接|发|看|写|弄|着回|着答)|\\b(?:i'm|i am|this is|it's|im|i m) (?:his|her|their|the patient's|the|a|mr\\.? \\w+'s|mrs\\.? \\w+'s|\\w+'s|\\w+ \\w+'s)? ?(${EN_KIN})\\b|^(?:his|her|the patient's) (${EN_KIN})\\b`,
  ),
);
const OF_PATIENT = guarded(
  new RegExp(
    `(?:是|给|帮|替|陪|我|咱)?(?:我|咱|俺|家)(?:${KIN})(?:的)?(?:住的?院|住院的?|生病|看的?病|在(?:午睡|睡觉|休息|忙|家|外面|洗澡|吃饭|做|康复)|不(?:会|识字|在(?:家|这|身边)|方便|用手机|认字|能|看短信)|睡(?:着|觉|了)|出去了|耳朵|眼睛|年纪|岁数|刚睡|手机(?:是|在)我|让我|叫我|上了?年纪|听不|看不)|(?:替|帮|代)(?:他|我(?:${KIN}))(?:回|答|填|接|看|说)?|(?:住院|病人|患者)的?是我(?:${KIN})|我(?:是|在)?(?:照顾|陪护|伺候)(?:他|的)|\\bon behalf of|\\bmy (?:${EN_KIN})(?:'s| is| was| can't| doesn't| cannot)|\\bi look after\\b`,
  ),
);
/** A carer who answers in place of the patient: 护工，老人让我帮着回. */
const ASKED_TO = guarded(
  /(?:让|叫|托|喊|请|要)(?:我|俺)(?:来|去)?(?:帮(?:着|忙|他)?|替他?|代(?:替|他)?)?(?:他)?(?:回|答|填|复|说|接|看|写|弄)/,
);
const UNAWARE = guarded(
  /(?:不|没)(?:太|大|怎么|是很|咋)?(?:清楚|知道|了解|晓得|明白)(?!你|你们|怎么(?:回|填|选)|啥意思|什么意思)|(?:一点|啥|什么|完全|根本)(?:都|也)(?:不(?:知道|清楚|了解|晓得)|没听说)|联系不(?:上|到)|找不(?:到|着)他|没(?:有)?(?:他|他的)(?:电话|手机|号码|联系方式)|(?:很久|好久|多年|好多年|几年|早就|已经)(?:都)?(?:没|不)(?:联系|来往|见|跟他联系|在一起|走动)|(?:离婚|分手|断了联系|断绝)|不(?:归|由)我(?:管|照顾)|没(?:参与|在场|陪|去(?:过)?医院)|他(?:已经|早就)?(?:不(?:在这|住这|住在这|用这)|换(?:了)?(?:号|手机|电话)|搬走)|(?:现在)?归我(?:用)?了|以前是他(?:用|的)|(?:不是|没)我(?:照顾|陪|管)|\b(?:don't|do not|didn't|did not) know (?:anything|about|he|she|that)|\b(?:can't|cannot|unable to) reach|\blost touch|\bno idea about|\bnot in touch|\bno contact with/,
);
const NOT_HEARD = guarded(
  /我(?:都|也|还)?(?:才|刚)?不?知道(?:他)?(?:住|生病|出)|不知道(?:他)?(?:住(?:过|了)?院|这(?:回事|件事|事)|有这)|(?:住院|住过院|这事|这件事|情况|病情)[^,!?;。]{0,10}(?:不|没)(?:太|大|怎么)?(?:清楚|知道|了解|晓得|听说)/,
);

const YES_WORDS =
  "好|好的|好啊|好呀|好哒|好滴|好嘞|好咧|好说|好吧|可|可以|可以的|可以了|可以啊|可以可以|行|行的|行啊|行行|行吧|成|中|中啊|得|得嘞|嗯|嗯嗯|恩|恩恩|哦|哦哦|喔|喔喔|噢|哈|方便|方便的|方便了|很方便|现在方便|现在可以|这会儿?(?:方便|可以|行|有空)|有空|有空的|有时间|有的|现在有空|没事|没事的|不忙|闲着|闲着呢|在|在的|在呢|你说|你讲|你问|说|讲|问|问吧|说吧|讲吧|来吧|来|开始|开始吧|开始呗|请说|请讲|请问|请问吧|请|问嘛|讲嘛|说嘛|你问吧|你说吧|你讲吧|你问就是|直接问|直接说|尽管问|随便问|问就行|没问题|木有问题|对|对的|对啊|对对|是|是的|是啊|是滴|没错|乐意|愿意|愿意的|配合|支持|1|一|y|yes|yep|yeah|yup|ya|ok|okay|okk|oki|k|sure|fine|alright|go ahead|go on|now is fine|now is ok|now is good|it's fine|it is fine|that's fine|that is fine|of course|certainly|no problem|yes now is fine|i'm free|im free|i am free|available|i'm available|ready|shoot|ask away|please do|please go ahead|happy to|i can talk|sounds good|good time|go for it|收到|了解|👌|☺|什么事|啥事|有什么事|有啥事|咋了|怎么了|什么事情|啥事情|好唔|得闲|倒系|系|系啊|冇问题|好喔|可以喔|可以哦|好哇|中中|要得|要的|使得|行嘞|妥|妥妥的|没得问题|阔以|阔以的|闹好|搞快问";
/** Up to four of them in a row: 好的可以你问吧. */
const YES = new RegExp(`^(?:${YES_WORDS})(?:[,.!。 ]?(?:${YES_WORDS})){0,3}$`);
const AVAILABLE = guarded(
  /(?<!不太|不大|不|没|没有|什么时候|几点|晚上|下午|明天|上午|中午|后|周[一二三四五六日天末])(?:方便|有空|有时间|得闲)(?!的时候|再|吗|时|联系|面|就再|了再|了我|我再)|(?:你|就|那|请|那你|可以|尽管|有什么|有啥)(?:们)?(?:就)?(?:直接|随便|快|接着|继续|慢慢)?(?:问|说|讲|开始)(?:就行|吧|好了|嘛|呗|$)|(?:^|,)(?:问|说|讲)(?:吧|嘛|呗|$)|(?:问我|跟我说|我来(?:回)?答|我(?:来|可以|能)(?:替他|帮他)?(?:回答|答|说|填)|我(?:替|帮|代)他?(?:回|答|说|填)|我(?:来)?说(?:也行|吧|就行))|可以(?:回答|配合|聊|说|开始|问)|愿意(?:回答|配合|参加|说)|(?:现在|这会儿?|这时候|正好)(?:可以|行|ok|能|有)|(?:^|,)(?:可以|行|好|好的|成|中|嗯|ok|yes|sure)(?:的|啊|呀|吧)?(?:,|$)|没事,?你(?:问|说)|请问(?:有)?(?:什么|啥)(?:事|问题)|^(?:yes|yeah|yep|sure|ok|okay|fine)(?=,? (?:but|what|sure|go|please|i |that|it|now|of|make|ask))|\b(?:shoot|fire away|go for it|(?:i've|i have) got (?:a|an|two|five|ten|some|few|a few|\d+) (?:minutes?|mins?|time|moment|sec)|go ahead|ask (?:me|away)|i(?:'m| am) (?:free|available|happy to)|now (?:is|works)|i can (?:answer|talk)|happy to (?:answer|help|talk)|good time|it's ok|fire away|i have (?:time|a (?:minute|moment)))\b/,
);
const SELF = guarded(
  /^(?:yes,? ?|对的?,?|是的?,?|嗯,?|哦,?|噢,?|喔,?|诶,?|哎,?|啊,?|在的?,?|你好,?|好的?,?|喂,?){0,8}(?:我是|是我|我就是|就是我|正是|正是我|我是本人|是本人|本人|我本人|我自己|我就是本人|本人回复|本人在此|本人在|病人本人|患者本人|是我本人|是我自己|我系|系我|this is (?:he|she|me|him|her)|it's me|it is me|i am|that's me|speaking|me|yes it's me|i'm the patient|i am the patient|the patient|myself)(?=$|[,.!。的啊呀呢☺])|(?:我是|我就是)(?:病人|患者)?(?:本人|自己)|住院的(?:就)?是我|\b(?:this is|i'm|i am) (?:the patient|speaking|him|her)\b/,
);
const REFUSED =
  /^(?:不了|不用了?|不必了?|不需要了?|不要了?|不想|不愿意?|不参加了?|算了|免了|拒绝|不接受|没必要|不感兴趣|没兴趣|no thanks|no thank you|not interested|no need)$/;
const NO = /^(?:不|不是|不是我|不是的|不是本人|没有|没|不对|否|no|nope|n|nah|2|二)$/;

/** Reads the answer to the opening: who is there, and whether now is a good time (situations 1–5, 24). */
export function readIdentity(message: Normalised, ctx: UnderstandContext): readonly Finding[] {
  const n = gapped(message);
  const person = readPerson(n, ctx);
  if (has(person, 'unaware_relative')) return person;
  // 他说话不方便我来答吧: what is inconvenient for the patient is none for whoever answers.
  const answers = has(person, 'relative') && /我(?:来|替|帮|代|可以|能)|问我/.test(n.text);
  const fragments = fragmentsOf(n.text);
  const open = fragments.some(isOpen);
  const busy = answers || asksOn(n.text) || fragments.every(isOpen) ? null : readBusy(n, true);
  const core = coreOf(n.text);
  const reply = readNo(n, core) ?? (busy === null ? readYes(n, core, open) : null);
  return [...person, ...(busy === null ? [] : [busy]), ...(reply === null ? [] : [reply])];
}

function readNo(n: Normalised, core: string): Finding | null {
  const politely = /^(?:不|no|nope|nah)$/.test(core) && /谢|thank/.test(n.text);
  if (politely || REFUSED.test(core)) return whole(n, 'refuse', 0.9, 'identity.refuse');
  if (!NO.test(core)) return null;
  return core === '2' || core === '二'
    ? whole(n, 'busy', 0.6, 'identity.option')
    : whole(n, 'decline', 0.85, 'identity.no');
}

function readYes(n: Normalised, core: string, open: boolean): Finding | null {
  if (YES.test(core) || (core === '' && /嗯|哦|喂|你好|嗨|☺/.test(n.text) && !/^(?:你好|喂|嗨)/.test(n.text)))
    return whole(n, 'available', 0.95, 'identity.yes');
  if (open && !/投诉|不想|不要|别(?!急|客气)/.test(n.text)) return whole(n, 'available', 0.9, 'identity.open');
  if (/投诉|不想|不要|别/.test(n.text)) return null;
  return match(n, 'available', AVAILABLE, [0.85, 'identity.available']);
}

/** Beside another open question: 我是他女儿，他不会打字; who knows nothing of the stay says so of the stay. */
export function readPersonLate(message: Normalised, ctx: UnderstandContext): readonly Finding[] {
  if (ctx.closed || message.text.length > 60) return [];
  const n = gapped(message);
  if (!SOMEBODY.test(n)) return [];
  const unaware = NOT_HEARD_LATE.exec(n);
  if (unaware !== null && ctx.lastAnswered === null) return [relative(n, 'unaware_relative', unaware, undefined)];
  const hit = RELATIVE_LATE.exec(n);
  return hit === null ? [] : [relative(n, 'relative', hit, hit[1])];
}
const RELATIVE_LATE = guarded(
  new RegExp(`(?:^|[,!?。])(?:我就?是|俺是)(?:他|病人|患者|老人家?)的?(${KIN})(?=[,!?。啊呀哈]|$)`),
);
const NOT_HEARD_LATE = guarded(
  /(?:住院|住的院|病情|情况|咋回事|啥情况|什么情况|这事|那事)[^,!?;。医护你]{0,8}我?(?:都|也|全)?(?:不|没)(?:太|大|怎么)?(?:清楚|知道|了解|晓得|听说)|我(?:都|也|根本|完全)?(?:不|没)(?:太|大|怎么)?(?:清楚|知道|了解|晓得)他?(?:住院|住的院|住过院|生病)|(?:也|都)?联系不(?:上|到)(?:他|病人|患者|本人|人家)/,
);

/** Cheap test: without one of these nobody says who they are. */
const SOMEBODY = guarded(
  /[我是他她替帮代本人家儿女护夫妻爱老属系住]|\b(?:i|i'm|im|this|his|her|my|speaking|me|it's|behalf)\b/,
);

/** Who is there: the patient, a relative, a relative who knows nothing of the stay. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
function readPerson(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  const own = named(n, ctx);
  if (own !== null) return [own];
  if (!SOMEBODY.test(n)) return [];
  const hit = RELATION.exec(n);
  const related = hit ?? OF_PATIENT.exec(n) ?? ASKED_TO.exec(n);
  const relation = hit?.slice(1).find((group: string | undefined) => group !== undefined);
  const unaware = NOT_HEARD.exec(n) ?? UNAWARE.exec(n);
  if (unaware !== null && (related !== null || knowsNothing(n.text))) {
    return [relative(n, 'unaware_relative', unaware, relation)];
  }
  if (related !== null && !/不认识|打错|发错/.test(n.text)) return [relative(n, 'relative', related, relation)];
  const self = match(n, 'self', SELF, [0.9, 'identity.self']);
  return self === null ? [] : [self];
}

/** Without a named relation only words about the person or the stay count; 不知道你在说什么 does not. */
function knowsNothing(text: string): boolean {
  return (
    /联系不(?:上|到)|找不(?:到|着)他|没有?他的?(?:电话|号码)|换(?:了)?(?:号|手机)|归我|以前是他|住院|他(?:的)?(?:情况|事|病)|这是我的(?:手机|号)|\b(?:reach|touch|his stay|her stay|hospital stay)\b/.test(
      text,
    ) && !/不认识|没听说过?(?:这|他)/.test(text)
  );
}

/** "我是王建国": the patient's own name. */
function named(n: Normalised, ctx: UnderstandContext): Finding | null {
  const name = ctx.patientName?.toLowerCase() ?? '';
  if (name.length < 2) return null;
  const at = n.original.toLowerCase().indexOf(name);
  const plainAt = at >= 0 && n.map[at] === at ? at : n.text.indexOf(name);
  if (plainAt < 0) return null;
  const left = n.text.slice(0, plainAt);
  const right = n.text.slice(plainAt + name.length);
  if (
    /(?:不是|不认识|找|谁是|没有|哪个|什么)$/.test(left) ||
    new RegExp(`^的?(?:${KIN})`).test(right) ||
    /^(?:的|是谁|是我(?!$|,|本)|已|走了|去|不在)/.test(right)
  )
    return null;
  if (
    /(?:我|这里|这边|本人)(?:就)?(?:是|叫|系)$/.test(left) ||
    /^[\s,.!。你好对是的嗯喂]*(?:i'm |i am |this is )?$/.test(left)
  )
    return plain(n, 'self', { start: plainAt, end: plainAt + name.length }, [0.95, 'identity.name']);
  return null;
}

function relative(
  n: Normalised,
  kind: RelativeFinding['kind'],
  hit: RegExpExecArray,
  relation: string | undefined,
): RelativeFinding {
  const at = relation === undefined ? -1 : n.text.indexOf(relation);
  const written =
    relation === undefined || at < 0 ? undefined : n.original.slice(...spanOf(n, at, at + relation.length));
  return {
    kind,
    ...(written === undefined ? {} : { relation: written }),
    span: spanOf(n, hit.index, hit.index + hit[0].length),
    confidence: 0.9,
    evidence: `identity.${kind}`,
  };
}
