import type { AppointmentWish } from './appointment.types.ts';

/** Things that are made, moved and called off: 号, 预约. */
const ITEM = '(?:号|预约|约|挂号|門診|门诊|appointment|booking)';
/** An appointment is called off in so many words. */
const CANCEL =
  /取消(?:掉|一下|了)?(?:我|这个|那个|上次|之前|刚才)?[^,。!?;]{0,8}(?:号|预约|挂号|门诊|约的)(?!码)|(?:号|预约|约的?|挂的)[^,。!?;]{0,8}(?:取消|退掉|退了|不要了)|退(?:号|约)|不(?:约|挂|预约)了|(?:^|[,。])(?:那|请|请帮我|帮我|麻烦|还是|我要|我想)?(?:都|全|全部|就)?(?:取消|撤销)(?:吧|掉|了|一下|掉吧|了吧)?(?=$|[,。!])|\bcancel (?:my|the|that|this|it)\b/;
const NOT_CANCELLED =
  /(?:别|不|没|勿|未|无法)(?:要|有|想|说要?|能|用)?(?:帮我)?取消|取消不了|(?:你们|医生|航班|医保|会议?|课|活动|朋友)[^,。]{0,6}取消|\b(?:don'?t|do not|didn'?t) cancel\b/;
/** 算了, 不去了: gives up what is being made; of one made before it says too little. */
const GIVES_UP =
  /取消|撤销|算了|不去了|去不了|来不了|不(?:想|用|要)(?:再)?(?:约|挂|预约)了?|不(?:约|挂|预约)了|\bcancel\b|forget (?:it|about it)|never ?mind/;
/** How a cancellation works is a question to the knowledge base, not a cancellation. */
const HOW =
  /怎么|如何|咋|能不能|可不可以|可以(?:取消|退|改)[^,。]{0,4}(?:吗|么)|能(?:取消|退|改)[^,。]{0,4}(?:吗|么)|最晚|提前多|什么时候能|会不会|有(?:什么)?影响|哪里|在哪|\bhow\b|\bcan i\b|\bwhere\b|\bwhen can\b/;
const CHANGE =
  /改(?:到|成|为|约|期|一下|个|下|在|签|时间|天|日)|换(?:到|成|个|一个|一天|下|一下|时间)|(?:挪|推迟|延后|往后推|往前提|顺延)(?:到|一|几|两|至)?|提前(?:到|一|两|至)|\b(?:change|move|reschedule|postpone|push)\b/;
/** 能不能换到周六, 可以帮我取消吗: asked for politely, not asked about; 能不能改期 alone is a question. */
const POLITE =
  /(?:能不能|能否|可不可以|可否|是否可以|可以|能)(?:麻烦|请)?(?:你们?)?(?:再)?(?:(?:帮|给|替)(?:我|忙|他)?|(?=(?:改|换|挪|调|推|延|提前?)[^,。!?;]{0,6}(?:周|星期|礼拜|\d|[一二三四五六七八九十]号|今天|明天|后天|上午|下午|晚上|早上)))/;
const MANNER = /怎么|如何|咋|最晚|提前多|什么时候能|哪里|在哪|有(?:什么)?影响|会不会/;
const EARLIER = new RegExp(
  `(?:上次|上回|之前|以前|前面|前天|昨天|刚才|刚刚|已经|早上|先前)[^,。!?;]{0,8}(?:约|挂|预约)|我(?:的|那个)?(?:已经)?(?:约|挂|预约)(?:的|好的?|过|了)|(?:约|挂)(?:好|过)了?的|我的${ITEM}|\\bmy (?:appointment|booking)\\b|\\b(?:already|previously) booked\\b`,
);
const BOOK = new RegExp(
  [
    '(?:想|要|需要|帮|给|替|请|麻烦|就|那|可以|能|先|来|我)[^,。!?;怎哪咋]{0,10}(?:预约|约|挂)(?!会|等于|束|好的|过的)',
    '(?:^|[,。;!? ])(?:预约|挂号|约|挂)(?:个|一个|一下|下|到|在|明|后|周|今|这|下|星期|礼拜)?',
    '(?:约|挂)(?:个|一个|一下)?[^,。!?;]{0,12}(?:的)?(?:号|专家|门诊)(?!码|费)',
    '(?:还|能|可以)(?:约|挂)(?:上|得上|到|得到)?(?:吗|么|不)?',
    '(?:就|那就|那)(?:约|挂|定|选|看)',
    '^我?(?:想|要|来)?(?:去|来)?看(?:个)?(?:病|医生|大夫|门诊)(?:了|的|去)?$',
    '^(?:那|好|行|可以)?[,。]?(?:就)?约(?:他|这个|一个|吧|她|这位)',
    '\\b(?:book|make|schedule|arrange|get|need|want|like)\\b[^.!?]{0,40}\\bappointment\\b',
    "\\bbook (?:me )?(?:in|with|a|an|for|dr|doctor)\\b|\\bi(?:'d| would)? (?:want|like) to see (?:a|an|the|dr)\\b",
  ].join('|'),
);
/** Asks about booking in general, or of a price, a phone number, a document: a question to the knowledge base. */
const ABOUT_BOOKING =
  /怎么(?:预约|挂|约|取号)|如何(?:预约|挂|约)|咋(?:预约|挂|约)|(?:预约|挂号)(?:挂号)?的?(?:电话|费|方式|流程|平台|处|窗口|网址|要(?:什么|带)|需要|流程)|(?:哪里|哪儿|在哪|去哪|上哪)[^,。]{0,6}(?:预约|挂号|约)|(?:约|挂)(?:不上|不到|满了)|(?:要|用|得)(?:先|提前)?(?:挂号|预约)[^,。]{0,3}[吗不么](?:$|[,。?])|放号|最晚|能(?:取消|改期)|几点(?:放|抢)|提前(?:几|多)|抢号|要不要(?:预约|挂)|(?:用不用|需不需要|需要|要)(?:提前)?(?:预约|挂号)(?:吗|么|不)|多少钱|几块|贵不贵|挂号费|电话(?:多少|是)|代(?:约|挂)|退号|过号|号(?:子)?(?:还)?能用|没带|不带|身份证|(?:挂|看)(?:个)?(?:什么|哪个|哪|啥|甚么|哪一)(?:科|个科|号|个号|门诊)|\bhow (?:do|can|to)\b|\bwhere\b|\bhow much\b|\bdo i need\b|\bwhich department\b/;

const ASKS =
  /[吗么?]|[^不没,。](?:不|没|没有|没得)(?:[?。,]|$)|([看在来开去上有做办])[不没]\1|几点|哪|多少|什么|怎么|开不开|有没有|是不是|\b(?:is|are|do|does|what|when|where|how|who)\b/;

/** What a normalised text wants done about an appointment; null for a question about appointments, or no word of one. */
export function readWish(text: string): AppointmentWish | null {
  const polite = POLITE.test(text) && !MANNER.test(text);
  const how = !polite && HOW.test(text);
  // 约好的号去不了，最晚什么时候能退？
  if (isEarlier(text) && !polite && (ASKS.test(text) || how)) return null;
  return how ? bookOf(text) : (moveOf(text, polite) ?? bookOf(text));
}

function moveOf(text: string, polite: boolean): 'cancel' | 'change' | null {
  if (CANCEL.test(text) && !NOT_CANCELLED.test(text) && (polite || !QUESTION.test(text))) return 'cancel';
  return CHANGE.test(text) ? 'change' : null;
}

function bookOf(text: string): 'book' | null {
  return BOOK.test(text.replace(NOT_BOOKED, '')) && !ABOUT_BOOKING.test(text) ? 'book' : null;
}
/** 我不挂号，就是想说声谢谢. */
const NOT_BOOKED =
  /(?:(?<!要)不|没|别|无需|不用|不是)(?:是|想|要|用|打算|来|需要|去|再)*(?:挂号|挂个?号|预约|挂|约|看病)(?!上|到|满)/g;

/** 后天上午想看心内科: a place and a day are named, and nothing is asked. */
export function isWanted(text: string): boolean {
  return !TOLD.test(text) && !ASKS.test(text.replace(/(?:哪|什么|啥)(?:个|位)?[^,。]{0,3}都(?:行|可以|成|好|中)/g, ''));
}

/** Of what was, a place and a day are told too (10号半夜送急诊，多亏王主任). */
const TOLD =
  /多亏|感谢|谢谢(?!$)|感激|感恩|表扬|锦旗|夸|点赞|护士|耐心|细心|投诉|态度|当时|那天|(?:抢)?救|出院|住院(?:了|期间|的时候)|(?:送|做|看|住|去|来|查|抽|拍|开|动)(?:了|过)(?!.{0,6}(?:复查|复诊|再约))|\b(?:thank|grateful)/;

const QUESTION = /[吗么嗎?][。!]?$|了没$/;

/** The appointment that is being made is given up. */
export function givesUp(text: string): boolean {
  return GIVES_UP.test(text) && !HOW.test(text) && !NOT_CANCELLED.test(text) && !QUESTION.test(text);
}

/** It is about an appointment made before: 我上次约的. */
export function isEarlier(text: string): boolean {
  return EARLIER.test(text);
}

const ANY_DAY =
  /越快越好|越早越好|尽快|尽早|最快|最早|最近(?:的)?(?:一天|那天|能约|有号)|(?:随便)?(?:哪|那|什么|几)(?:天|时候|一天|号)都(?:行|可以|成|好|中)|随便(?:哪天|什么时候|吧)?$|^(?:都行|都可以|随便|随时)(?:吧|的)?$|\b(?:any ?day|any ?time|as soon as possible|asap|earliest|whenever)\b/;

/** No day in particular. */
export function meansAnyDay(text: string): boolean {
  return ANY_DAY.test(text);
}

const CORRECTS =
  /(?:说|写|打|发|选|按|弄|搞|记|填)(?:串|反|错|岔)|不对[,，是应 ]|不对$|^(?:不是|错了)|[字名]错|不好意思.{0,6}(?:是|错)|更正|应该是|\b(?:sorry,? (?:i )?mean|i meant|wrong|correction|actually)\b/;

/** What was said before was wrong. */
export function isCorrection(text: string): boolean {
  return CORRECTS.test(text);
}
