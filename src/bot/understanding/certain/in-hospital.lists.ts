import { KIN } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';

/** The patient is in hospital again, or in the hands of doctors at this moment. */

const PLACE = '(?:抢救(?!过来|成功|回来|及时|得|无效|费)|icu|重症|监护室|急诊|急救室|手术室|手术台)';

export const IN_HOSPITAL = guarded(
  new RegExp(
    `(?:(?<!不)在|正|送(?:去|进|到)?了?|进了?|住进?了?|推进了?|转(?:进|到|去)了?)[^,!?;。]{0,4}${PLACE}|抢救(?:着|中|呢)|(?:又|再次|再度|第[二三四两]次|重新)(?:被|给)?[^,!?;。不没想要]{0,3}?(?:住(?:进)?(?:了)?(?:医)?院|住(?:进[来去]|上院|院)|入院|进(?:了)?(?:医)?院|送(?:去|到|进|回|来)?了?(?:医院|急诊|抢救)|回(?:了)?医院)|\\b(?:in|back in|into|at) (?:the )?(?:icu|intensive care|resus\\w*|a&e|emergency room|operating (?:room|theatre)|hospital again)\\b|\\bback in (?:the )?hospital\\b|\\breadmitted\\b`,
  ),
);

/** Still there, as a clause of its own: 还没出院就催缴费 tells of the stay. */
export const STILL_THERE = guarded(
  /^.{0,8}?(?<!不是?)(?:还|仍然?|依然)(?:是)?(?:(?:在|正)?住着?院|在医院(?:里|住着|躺着)?|住在?医院)[里中呢啊呀哩治疗观察]{0,4}$|^.{0,6}?(?:还|都)没(?:有)?(?:办|能)?出院[呢啊呀哩]?$|\bstill in (?:the )?hospital\b/,
);

/** In a ward again, not only looked at in the emergency room. */
export const AGAIN = guarded(
  /(?:又|再次|再度|第[二三四两]次|重新)[^,!?;。]*(?:院|住进)|\bback in (?:the )?hospital\b|\bhospital again\b|\breadmitted\b/,
);
export const STILL = /还|仍|依然|一直|\bstill\b/;
export const INTENSIVE = guarded(/icu|重症|监护室|抢救|\bintensive care\b/);

/** Of the clause: past, wished, feared, asked, or not yet in safe hands. */
export const NOT_NOW =
  /当时|那时|那会|那次|那天|上次|之前|以前|时候|期间|曾|过|住了|走了|最后|转到|转出|普通病房|留观|了[\d一两二三四五六七八九十几好半]+个?(?:天|周|月|小时|星期)|要|准备|打算|[把陪]|看我|怕|担心|希望|如果|要是|万一|会不会|怎么|[吗么]$|不想|不用|不会|不敢|没(?:有)?(?:去|进|住|送|在)|家里|在家|路上|车上|\b(?:was|were|when|if|after|had|not|never|during)\b/;
/** Of the message: it is over. */
export const OVER_NOW =
  /好了|好多了|出院了|已经出|出来了|过来了|脱离|恢复|已经?醒了|回家|救护车|120|快不行|\b(?:better|home|out of|recovered|fine)\b/;

/** More than where the patient is. */
export const AILING = /[疼痛血晕喘吐烧抽]|\b(?:pain|bleed\w*|breath\w*|dizz\w*)\b/;

/** Who it is: a relative, somebody not named by kinship, the one who writes. */
export const RELATIVE = new RegExp(`(?:我|俺|咱|我们|^|[,。!])(?:家)?(${KIN})`);
export const SOMEBODY = /(?:^|[,。!现])(?:他|病人|患者|本人|人)|\b(?:he|she|they|him|her|my \w+)\b/;
export const MYSELF =
  /(?:^|[,。!])(?:我|俺)(?:现在|今天|昨天|前天|这两天|刚刚?|已经|自己|人){0,3}(?:又|再|在|正|还|住|进)|\b(?:i'm|i am|im|i've been|i have been)\b/;
