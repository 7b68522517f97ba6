/** What else than our talk may be moved: 探视改到晚上七点, 把周三的号换成周五. */
export const OTHER_THING =
  /探视|探病|探望|送餐|[早中晚]饭|熄灯|查房|预约|改约|挂号|号(?!码)|门诊|诊断|证明|病假|日期|出院|住院|复查|检查|手术|专家|食堂|换药|输液|药|appointment|visiting|surgery|check-?up|bill|record/;

/** Moves something to the time behind it. */
export const MOVED = /(?:改|换|挪|推|约|定|延)(?:到|成|在|至|期)|reschedule/;

/** In front of a time: how long something lasted, or what had been agreed. */
export const HEAD_TOLD =
  /(?:(?:加班|干|忙|等|拖|弄|熬|做|排|疼|痛|吵|闹|饿|坐|站|躺|哭|喂奶?|喂)到|(?:约|说|讲)好的?|原定|本来|原本|原来)(?:是|在)?$/;

/** Marks no time that is said: 语音 0:12, 疯狂星期四. */
export const HEAD_LABEL =
  /(?:语音|视频|录音|时长|通话|疯狂|voice(?: message| note)?|video|audio|recording)[,:\s\]【(]*$/;

/** Behind a time: what we or they did at it. */
export const TAIL_TOLD = /^.{0,8}?(?:说|回|发|打|讲|填|选|答|问|给|来)(?:了(?!吧|再)|过(?!来|去)|的(?!时候|话|$))/;

/** Behind a time: what for, at all? */
export const TAIL_DENIED = /^再(?:说|打|聊|谈)(?:啥|什么|个)/;

/** 这会儿就有空: free now, not some day. */
export const HEAD_NOW = /(?:现在|这会儿?|马上|此刻)(?:就|都|也|正好|刚好)?$/;

/** A grade in figures, no hour and no date: 四点八分, 8/10. */
export const SCORE = /评分|点评|打.{0,2}分(?!钟)|给.{0,3}分(?!钟)/;
export const SCORE_WORD = /^(?:(?:10|\d)\/(?:10|5)|[一二三四五六七八九]点[一二三四五六七八九]分)$/;

/** No time is meant for a call: quoted, denied, not lived to see. */
export const HEAD_DENIED =
  /(?:不是(?:让|叫|要|说)?你?们?|没(?:有)?(?:说|让|叫)(?:要|过)?你?们?|谁(?:说|让)(?:我)?(?:要|你们?)?|不用|不必|无需|不需要|用不着|没必要|等不[到了]|熬不[到过]|活不[到过]|[看过]不[到了]|不想.{0,3}到|没有?(?:一[天刻]|哪天)?|no need to.*|don't bother.*)等?$/;

/** Wait! — and then something else than why: a question, a wrong number, a slip. */
export const INTERJECTION = /^(?:先)?(?:等等|等一?下|等会儿?|稍等|hold on|wait|just a (?:sec|second|minute|moment))$/;
export const ASKS_INSTEAD =
  /[?]|[吗么]$|谁|哪|什么|啥|怎么|多少|为何|是不是|能不能|可以.*吗|错了|搞错|打错|发错|不认识|认错|骗|我没住过|改成|(?:应该)?是不满意|点错|点岔|说错|\b(?:who|what|how|why|which|where|wrong|scam)\b/;

/** A greeting and no part of the day, where nothing was asked about time. */
export const GREETING_WORD = /^(?:早晨|morning)$/;
export const GREETING_HEAD = /^(?:各位|大家|你们?|hi|hello|,|\s)*$/;
