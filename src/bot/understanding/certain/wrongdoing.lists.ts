import { KIN } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import { COMMON_SURNAMES } from '../staff/names.lists.ts';

/** Violence, theft and bribes: who of the staff, what, and what takes it back. */

const VICTIM = `(?:我们?|俺们?|咱们?|他们?|人|病人|患者|家属|陪护|[我俺咱他]们?家?${KIN})`;
const STAFF = `(?:医生|大夫|医师|主任|教授|专家|院长|科长|护士长?|护工|护理员|陪护员|保安|保洁|清洁工|阿姨|麻醉师|收费员|实习生|导诊|前台|食堂的人|你们(?:医院|的?人)?|医院|工作人员|(?<![\\u4e00-\\u9fff])[老小][${COMMON_SURNAMES}]|姓[\\u4e00-\\u9fff]的|里面的人)`;
/** What may stand between who and what: nobody else, no denial, nothing said. */
const THEN = '[^,!?;。、说讲问听看病隔邻床别被没不未让劝拦帮替抓防拒退绝]{0,8}?';

/** 打 has many uses besides: 打针, 打电话. */
const HIT = `(?:(?:殴|毒|暴|痛)打|打(?:了|过)?(?:${VICTIM}(?![^,!?;。]{0,4}(?:[针电点招气饭水的血]|手机|座机|热线|家里|号码?|比方|麻药|麻醉|石膏|预防|疫苗|交道|听|扰|胰岛素|申请))|骂))`;
const VIOLENCE = `(?:${HIT}|扇(?:了)?(?:${VICTIM}|耳光|巴掌|嘴巴)|(?:踹|踢|揍|推搡|推倒)(?:了)?(?:${VICTIM}|(?=$|[,!。]))|掐(?:了)?${VICTIM}(?![^,]{0,3}人中)|(?:给|抽)了?${VICTIM}?(?:一|两|几)(?:个|记)?(?:耳光|巴掌|嘴巴)|拳打脚踢|动手打|动粗)`;
const THEFT =
  '(?:(?<![偷小惯])偷(?!偷|懒|闲|笑|看|空|税|工|听|乐|拍|师|摸)|偷偷拿了?(?:我|病人|患者|人家)|顺走|顺手牵羊|手脚不干净|私吞|昧了?我)';
const ASK_US = '(?:跟|向|问|找|管|和)(?:我们?|俺们?|咱们?|家属|病人|患者|他们|人家)';
const GIFT = '(?:红包|好处费?|辛苦费|购物卡|回扣|黑钱|茶水费)';
const BRIBE = `(?:(?:${ASK_US})?(?:私下|偷偷|暗中|伸手|张口|开口|变相|明着|暗示)?(?:索要?|要|讨|收了?|拿了?|吃了?|暗示)[^,!?;。不没]{0,6}${GIFT}|不(?:给|送|塞|包)红包[^,!?;。]{0,2}就|索贿|受贿|(?:${ASK_US})(?:私下|偷偷|暗中|伸手)?(?:要|讨|索)(?:了)?(?:钱|烟|[\\d一二两三五几]+(?:千|百|万|块))|敲诈|勒索)`;

/** 医生打人, 老刘跟我们要红包. */
export const WRONGDOING = guarded(new RegExp(`${STAFF}${THEN}(?:${VIOLENCE}|${THEFT}|${BRIBE})`));
/** 被护士打了. */
export const SUFFERED = guarded(
  new RegExp(
    `被(?:一个|那个|这个|你们)?(?:[\\u4e00-\\u9fff]{0,3}?)${STAFF}(?:给|动手)?(?:打(?!针|过针|电话|搅|扰|断|动|发|点|招|爆|通)|揍|踢|踹|推(?:倒|搡|了一)|扇|偷|顺走|拿走了?(?=$|[,!。])|讹|敲诈|勒索)`,
  ),
);
/** Of money under the table alone nobody else can be meant: 不给红包就不做手术, 跟我们要红包. */
export const BRIBE_ALONE = guarded(
  new RegExp(
    `(?:^|[,!?;。])(?:手术前|术前|住院(?:时|期间)?|入院|当时|还|就|总|老|竟然|居然)?(?:不(?:给|送|塞|包)红包[^,!?;。]{0,2}就|${ASK_US}(?:要|讨|索要?)[^,!?;。不没]{0,3}红包)`,
  ),
);
export const WRONGDOING_EN = guarded(
  /\b(?:doctor|nurse|surgeon|carer|caregiver|cleaner|porter|guard|orderly|receptionist|consultant|physician|staff|therapist)s? (?:\w+ ){0,3}?(?:(?:hit|slapped|punched|kicked|pushed|shoved|beat|choked|assaulted|attacked) (?:me|us|him|her|them|my|our|patients?|people|someone|an?)\b|(?:stole|steals?|robbed|stealing)\b|(?:asked|wanted|demanded|took|takes|expected|solicited|hinted)(?: \w+){0,4} (?:bribes?|red envelopes?|kickbacks?))/,
);

/** Asked, supposed, or of others: nobody is accused. */
export const NOT_ACCUSED =
  /会不会|是不是|有没有|要不要|该不该|[吗么]$|从没|从不|从来|没听说|听说过|没见|哪(?:里|有|会)|不存在|谣|假如|如果|要是|禁止|严禁|拒绝|拒收|退(?:了|还|回)|上交|不让|没有?(?:打|偷|要|收)|打[扰搅扫断听]|\b(?:never|not|no|nobody|didn't|don't|without|wheelchair|trolley|bed|button)\b/;
