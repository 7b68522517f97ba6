import { guarded } from '../sieve/guarded.ts';

/** Opting out and in (handbook 24, 25; carrier words of channels: STOP, TD, T, R). Over normalised text. */

/** A whole message that opts out, whatever was asked. */
export const OPT_OUT_WORDS = new Set([
  'td',
  't',
  'r',
  'stop',
  'stopall',
  'stop all',
  'unsubscribe',
  'optout',
  'opt out',
  'opt-out',
  'revoke',
  '退订',
  '拒收',
  '取消订阅',
  '回复td',
  '回td',
  '回复t',
  '回t',
  '回r',
  '退',
  'td退订',
  '退订td',
  't退订',
  '拒绝接收',
  '屏蔽',
  '拉黑',
  '取消关注',
  'n退订',
  'tdtd',
]);

/** A whole message that opts in again. */
export const OPT_IN_WORDS = new Set([
  'start',
  'unstop',
  'resubscribe',
  'subscribe',
  'opt in',
  'optin',
  '订阅',
  '重新订阅',
  '恢复订阅',
  '恢复接收',
  '取消退订',
  '恢复',
  '开通',
  '恢复短信',
  '重新接收',
  'yes start',
]);

export const OPT_IN = guarded(
  /(?<![不别没未])(?:重新|恢复|再次?|想|要|可以)[^,。不别拒]{0,4}(?:订阅|接收(?:短信|信息|消息|通知)?|收(?:到)?(?:你们)?(?:的)?(?:短信|信息))|取消(?:了)?(?:退订|拉黑|屏蔽)|误(?:点|发|操作)?[^,。]{0,3}退订|不(?:想)?退订了|\b(?:opt (?:back )?in|re-?subscribe|start (?:texting|messaging|sending)(?: me)? again|sign me (?:back )?up)\b/,
);

/** Said of unsubscribing itself. */
export const REMOVAL = guarded(
  /退订(?!单|金|的?(?:酒店|机票|票))|取消(?:订阅|推送|发送|[^,。]{0,4}(?:短信|通知|提醒|推送))|关闭[^,。]{0,4}(?:短信|提醒|推送|通知)|不需要(?:你们?的?|再?(?:收|发)){0,4}(?:短信|信息|消息|简讯)|短信轰炸|拒收|拉黑|加?(?:入|进)?黑名单(?!怎么|解除|移)|(?:把|将)?[^,。]{0,4}(?:号码?|电话|手机号?|联系方式|信息|名字|资料)[^,。]{0,6}(?:删(?:了|除|掉|去)?|移除|去掉|划掉|清除|注销)|(?:删|移|清)(?:除|掉|了|去)[^,。]{0,4}(?:我的?|这个)?(?:号码?|电话|手机号?|联系方式)|(?:从|把我)[^,。]{0,8}(?:名单|列表|系统|群)[^,。]{0,4}(?:去掉|删|移|划|退|剔)|(?:停止|终止|禁止|拒绝)(?:再|给我|向我|继续|一切){0,4}(?:发送|推送|短信|发短信|接收|联系|打扰|发信息|骚扰|来电)|(?<!要)再(?:给我?|跟我|往我|来|敢){0,4}(?:发|打|骚扰)[^,。]{0,8}[,。]?(?:我)?(?:就|试试|要|会)(?:去)?(?:投诉|举报|报警|拉黑|骂|不客气|告)|不(?:想|要|愿意?|希望)再?(?:收到?|接到?|接收|看到)[^,。]{0,6}(?:短信|信息|消息|讯息|简讯|电话|来电|打扰)/g,
);

/** May stand between the ban and the act; no word is made of others, so that each text reads in one way. */
const STUFFING =
  '(?:再|继续|老是?|总是?|一直|天天|整天|随便|乱|瞎|[给向往]|[跟和对](?=[我俺])|[我俺][爸妈爹娘爷奶们]?|这[个种些]?|手机[上里]?|号码?[上里]?|家里?|来|去|打?电话|发?短信|用|以后|了|他|你们|的|任何|东西|什么|讯息|简讯|信息)';

/** A prohibition joined with 发, 联系 or 打: groups are the ban, what stands between, and the act. */
export const BANNED_ACT = guarded(
  new RegExp(
    `(别|不要|勿|莫|甭|不许|不准|不得|不必|不用|不需要|不好|少|休|能不能不|可不可以不|可以不|麻烦不|停止)(${STUFFING}{0,6}(?:往[^,。]{0,6}[上里]${STUFFING}{0,4})?)(发|打|联系|联络|传|寄|send|推送|来电|来信|call|骚扰)`,
    'g',
  ),
);
/** What makes 发 or 打 another word: 别发烧, 别打针, 别再发生. */
export const OTHER_WORD =
  /^(?:方式|染|播|字|击|马|着|完|怒|烧|生(?!短信)|火|脾气|错|呆|炎|作|票|报告|结果|表|言|愁|药|热|抖|胖|慌|现|霉|臭|红|炎|卷|工资|针|岔|断|牌|架|招呼|听|开|印|麻|疫苗|石膏|包|饭|水|骂|喷|呼|游戏|点滴|吊|扫|鼾|雷|碎|人|孩子|他(?!们)|洞|工|鱼|球|不通|不上|瞌睡|太极|扮|折|退堂鼓|卡|车|那么多针|激素|点(?:滴|针)|空针|[^,。]{0,5}(?:针|点滴|麻药|疫苗|疫苗)|给(?!我$|我[,。!]|我们|我了|我发)[^,。])/;
/** 打扰: asks to be left alone, which is no removal (24). */
export const DISTURB = /^扰/;
/** A limit in time: not now, which is 2 or 3. */
export const LIMITED =
  /(?:现在|先|今天|今晚|明天|这会儿?|暂时|这几天|这两天|上班|开会|晚上|中午|白天|早上|半夜|这个?(?:点|时间|时候)|大清早|午休|睡觉|忙)[^,。]{0,6}$/;
export const LATER =
  /(?:明天|后天|晚上|改天|下午|下周|回头|等(?!着)|晚点|过会|过几天|周[一二三四五六日末]|下班|有空|忙完|[点时])[^。]{0,10}(?:再|发|打|联系|说|来|回)|(?:请|可以|改|就|还是)?(?:打|发)(?:个)?(?:电话|短信|微信|信息)(?:就行|吧|好了|给我|联系)|发(?:短信|信息|微信)(?:就行|吧|即可|好|给我)?$|打电话(?:吧|就行|给我|好)?$|换个?(?:号|时间)|(?:正)?在(?:开会|上班|忙|开车|睡|吃|洗|输液|路上|外面|工作|休息|上课)|(?:发|打|联系)(?:给)?我(?:$|吧|就|另|别|[,。!])|另一?个|打手机|找我/;
/** Somebody else is told not to. */
export const NOT_US =
  /护士|医生|大夫|病房|大声|家属|孩子|让我|叫我|不让|建议|希望(?:以后)?(?:医院|你们)?(?:别|不要)(?:再)?(?:发生|打(?!电话))|楼道|走廊|药|饭|单子|错了|骚扰电话/;

export const OPT_OUT_EN = guarded(
  /\b(?:don'?t|do not) (?:want|wish|like)(?: \w+){0,2} (?:receive|get|be (?:contacted|texted|messaged|called)|hear from you)(?: \w{1,20}){0,8}|\bno more (?:texts?|messages?|sms)\b|\b(?:unsubscribe|opt(?:ing)?[- ]?out)\b|\b(?:stop|quit|cease)(?: \w+){0,2}? (?:text\w*|messag\w+|contact\w*|send\w*|calling me|sms\w*|email\w*|spamming|bothering me with)|\b(?:don'?t|do not|dont|never|no more|must not|please not)(?: \w+){0,3}? (?:text|texts|texting|message|messages|messaging|contact|call me again|call again|call me any|send me|send any|sms)\b|\b(?:remove|take|delete|erase)(?: \w+){0,3}? (?:off|from|number|details|phone|contact)\b|\bblock(?:ed|ing)? (?:you|this number)\b|\blose my number\b/g,
);
export const LIMITED_EN =
  /\b(?:now|today|at work|before|after|tonight|this (?:morning|week|afternoon)|until|while|at night|so early|so late|right now|yet)\b/;
