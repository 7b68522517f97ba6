import type { OpinionFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { whoseBell } from './call-bell.ts';
import type { Part } from './part.types.ts';
import { areOfTwo } from './people.ts';
import { VAGUE } from './reason.ts';
import { STATUS } from './talk.lists.ts';

const ANNOUNCED = guarded(
  /投诉|举报|(?:我|想|要)(?:跟你们?|向你们?)?(?:反映|反应|反馈)(?!不)|提(?:个|点|些)?意见|有(?:个|点|些|很大的?|大)?意见|讨(?:个|一个)?说法|要(?:个|一个)说法|客诉|申诉|\b(?:complain|complaint|report (?:a|the|this) (?:problem|issue))\b/,
);
const NO_ANNOUNCEMENT = guarded(
  /(?:没有?|不(?:想|会|是|用|打算|要|去)?|没什么好|怎么|哪里|如何|在哪|别)(?:什么|啥|任何|来)?(?:投诉|举报|反映|意见)|投诉(?:有用|有没有用|没用|了有|电话|热线|渠道|在哪|怎么)|\b(?:no|not|don't|can't|cannot|nothing to|how (?:do i|to)|won't) complain/,
);
const PRAISED = guarded(
  /要不是|若不是|多亏|幸亏|亏得|得亏|全靠|全凭|幸好有|还好有|搭帮|表扬|点(?:个|一个)?赞|锦旗|夸(?:一)?夸|嘉奖|奖励|(?:谢谢|感谢|多谢|感激|感恩|致谢|谢)(?=.{0,12}(?:治疗师|技师|药师|师傅|保安|小哥|姑娘|医生|大夫|护士|医护|主任|护工|护理|教授|医师|保洁|阿姨|他们|你们医院|你们科|科室))|\b(?:thank(?:s| you)?(?: so much| very much)? (?:to )?(?:dr|doctor|nurse|the (?:doctor|nurse|staff|team))|shout ?out|commend|compliment|grateful to|praise|kudos|thanks to)\b/,
);
const COMMENDED = guarded(/表扬|锦旗|点赞|夸/);
/** A ward or team praised as a whole. */
const UNIT = guarded(/[\u4e00-\u9fff]科|病区|病房|团队|全体|各位|科室/);
const HAN_OR_WORD = /[\u4e00-\u9fff]|[a-z]{2,}/;
const TALK_ONLY =
  /^(?:你好|喂|嗯|哦|好的?|那个|谢谢.{0,4}|感谢.{0,4}|麻烦.{0,6}|再见|对了.{0,8}|是的|没有了?|没了|对不起.{0,3}|不好意思.{0,3}|行|可以|算了|晚上再说|晚点再说|hello|hi|thanks|thank you|ok|sorry)$/;
const VAGUE_TARGET =
  /^(?:也|那|只|得|打算|准备|今天|又|再|可|不行|必|非|会|决定|坚决|肯定|正式|到底|俺|咱|们|我|要|想|就|必须|一定|真|现在|还|给|个|一下|你|医院|科室?|医生|护士|他们|向|跟|去|来|投诉|举报|反映|反应|情况|问题|意见|有|提|点|些|很|大|的|了|!|,|\s|食堂|护工|主任|大夫|骨科|内科|外科|病房|吧|啊|是|服|气死|气人|太(?:过分|气人|坑|黑|差劲)|这|家|什么|啥|鬼|玩意儿?|无语|忍不|受不|火|醉|垃圾|破|烂|搞|i|want|to|like|would|make|complain|complaint|a|about|the|need|file|doctor|nurse|hospital)*$/;

/** Complaints, praise and suggestions: one of each at most, in the contact's own words (handbook sections 2, 8, 9, 13). */
export function readOpinions(n: Normalised, parts: readonly Part[], ctx: UnderstandContext): readonly OpinionFinding[] {
  const found: OpinionFinding[] = [];
  const complaint = readComplaint(n, parts);
  const praise = complaint !== null && contradicts(parts) ? null : readPraise(n, parts);
  const suggestion = readSuggestion(n, parts, ctx);
  if (complaint !== null && !(suggestion !== null && isGroundOfWish(parts))) found.push(complaint);
  if (praise !== null) found.push(praise);
  if (suggestion !== null) found.push(suggestion);
  return found;
}

/** 建议多装几个插座，手机都没地方充: why one wishes is no complaint besides, as long as it blames nobody. */
function isGroundOfWish(parts: readonly Part[]): boolean {
  const wish = parts.findIndex((part) => part.scope.wish);
  const faulty = parts.filter((part) => isFaulty(part) && !part.scope.wish);
  if (wish < 0 || faulty.length !== 1) return false;
  const [fault] = faulty;
  if (fault === undefined || ANNOUNCED.test(fault) || parts.indexOf(fault) - wish !== 1) return false;
  const things = fault.things.filter((thing) => thing !== 'environment' && thing !== 'own');
  const same = things.every((thing) => parts[wish]?.things.includes(thing) === true);
  const blames = fault.roles.length > 0 || fault.verdicts.length > 0;
  return same && !blames && fault.faults.every(({ value }) => value === 'condition') && fault.text.length <= 14;
}

function isOurs(part: Part): boolean {
  return !part.scope.hypothetical && !part.scope.thirdParty && !part.scope.ownFault;
}

/** A fault, or a judgement that names what is wrong; a bare grade (太差) is none. */
function isFaulty(part: Part): boolean {
  if (!isOurs(part) || (part.scope.wish && part.faults.length === 0)) return false;
  if (VAGUE.test(part)) return false;
  if (part.faults.length > 0 || part.verdicts.some((said) => said.source === 'eval')) return true;
  const thing =
    part.things.some((name) => name !== 'own') || part.roles.some((role) => role !== 'doctor' && role !== 'nurse');
  return part.verdicts.some(
    (said) =>
      said.grade === 'dissatisfied' &&
      (said.source === 'word'
        ? (thing || part.aspect || (part.content && part.roles.length > 0)) && !part.things.includes('own')
        : thing && said.source === 'plain'),
  );
}

function readComplaint(n: Normalised, parts: readonly Part[]): OpinionFinding | null {
  const announced = ANNOUNCED.test(n) && !NO_ANNOUNCEMENT.test(n) && !STATUS.test(n);
  const faulty = parts.filter((part) => isFaulty(part) && !isDenial(part));
  if (!announced && faulty.length === 0) return null;
  const own = parts.filter((part) => faulty.includes(part) || ANNOUNCED.test(part));
  const hasFacts = faulty.length > 0 || parts.some(tellsSomething);
  const evidence = announced ? 'opinion.complaint_announced' : 'opinion.shortcoming';
  return opinion(n, 'complaint', grow(parts, own.length > 0 ? own : parts, 'complaint'), { hasFacts, evidence });
}

/** "我要投诉护士" tells nothing yet; anything that is more than an announcement and its target does. */
function tellsSomething(part: Part): boolean {
  if (!HAN_OR_WORD.test(part.text) || TALK_ONLY.test(part.text) || VAGUE_TARGET.test(part.text)) return false;
  return part.text.length >= (/[a-z]/.test(part.text) ? 14 : 5) && !part.scope.question;
}

/** 饭菜不难吃 is read as a fault by its word alone. */
function isDenial(part: Part): boolean {
  return (
    part.verdicts.length === 0 &&
    part.faults.every(
      (fault) =>
        /(?:不|没有?|并不|也不)(?:是|算|太|觉得)?$/.test(part.text.slice(0, fault.start - part.start)) &&
        fault.value === 'condition',
    )
  );
}

/** Praise words and a fact against them about the same: mockery, never praise. */
function contradicts(parts: readonly Part[]): boolean {
  const praised = parts.filter(
    (part) => part.verdicts.some((said) => said.grade === 'satisfied') || part.deeds.length > 0,
  );
  const faulty = parts.filter(isFaulty);
  if (praised.length === 0 || faulty.some((part) => part.opener === 'contrast')) return false;
  if (faulty.length > 0 && faulty.every((part) => praised.every((other) => areOfTwo(part, other)))) return false;
  return (
    faulty.every((part) => part.roles.length === 0 && part.things.length === 0) ||
    faulty.some((part) => part.roles.some((role) => praised.some((other) => other.roles.includes(role))))
  );
}

function readPraise(n: Normalised, parts: readonly Part[]): OpinionFinding | null {
  const ours = parts.filter((part) => isOurs(part) && !part.scope.question && (!part.scope.wish || PRAISED.test(part)));
  const judged = ours.some(isFaulty);
  const someone = ours.some(isSomebody);
  if (!someone) return null;
  const praising = ours.filter((part) => !isFaulty(part) && praises(part));
  if (praising.length === 0) return null;
  if (judged && !praising.some((part) => part.names.length > 0 || part.roles.length > 0)) return null;
  const deeds = ours.filter((part) => !isFaulty(part) && part.deeds.length > 0);
  const warm = ours.filter(
    (part) =>
      !isFaulty(part) &&
      (PRAISED.test(part) || part.verdicts.some((said) => said.grade === 'satisfied' && said.source !== 'plain')),
  );
  return opinion(n, 'praise', judged ? praising : grow(parts, [...praising, ...deeds, ...warm], 'praise'), {
    hasFacts: true,
    evidence: 'opinion.praise',
  });
}

function isSomebody(part: Part): boolean {
  if (part.names.length > 0 || part.roles.length > 0) return true;
  if (part.overall && (PRAISED.test(part) || part.deeds.length > 0)) return true;
  return COMMENDED.test(part) && UNIT.test(part);
}

/** A name with good words, a deed, or thanks and commendation; good words for a bare role are only a rating. */
function praises(part: Part): boolean {
  if (PRAISED.test(part))
    return (
      !/不(?:想|会|值得|用)?(?:表扬|谢|感谢)|没什么(?:好|可)(?:表扬|感谢)/.test(part.text) &&
      (part.roles.length > 0 || part.names.length > 0 || /表扬|锦旗|谢.{0,4}他们/.test(part.text))
    );
  if (part.deeds.length > 0 && !part.things.includes('own'))
    return (
      !part.verdicts.some((said) => said.grade !== 'satisfied') &&
      !/(?:没|不|没有)(?:人|有|来|肯|给)?$/.test(part.text.slice(0, (part.deeds[0]?.start ?? part.start) - part.start))
    );
  return (
    part.names.length > 0 &&
    part.verdicts.some((said) => said.grade === 'satisfied' && said.source !== 'plain' && said.confidence >= 0.8)
  );
}

function readSuggestion(n: Normalised, parts: readonly Part[], ctx: UnderstandContext): OpinionFinding | null {
  const wishes = parts.filter(
    (part) =>
      part.scope.wish &&
      !part.scope.thirdParty &&
      !/(?:没有?|没什么|没啥|无|不)(?:什么|啥|任何|别的|其他|其它|特别|具体|太多|好|的){0,6}(?:要)?(?:建议|改进|希望)|\b(?:no|nothing|any) (?:suggestion|to suggest)/.test(
        part.text,
      ),
  );
  const asked = wishes.filter((part) => !asksForItself(part, ctx));
  return asked.length === 0
    ? null
    : opinion(n, 'suggestion', grow(parts, asked, 'suggestion'), { hasFacts: true, evidence: 'opinion.wish' });
}

/** 能不能洗澡, 最好晚上打: wishes about one's own health, or about this talk. */
function asksForItself(part: Part, ctx: UnderstandContext): boolean {
  if (part.scope.hypothetical && /就好了|就更好|该多好|\bwish\b|would be/.test(part.text)) return false;
  if (
    /建议|提议|改进|改善|加强|增加|增设|增派|完善|优化|整改|(?<!早)(?:提高|提升)|\bsuggest|\brecommend|\bimprove/.test(
      part.text,
    )
  )
    return /^(?:医生|大夫|护士|你们?)(?:给我|跟我)?建议我/.test(part.text);
  if (/(?:能不能|能否|可不可以|可否|是否可以|最好|可以)/.test(part.text)) {
    const change =
      /(?:你们?|医院|医生|护士|食堂|病房|科室|大夫|护工|保洁|窗口)|[多加少早快把建修简管扩放弄搞调]|改|装|配|设|让|派|开(?:门诊|放|设|通|诊)|提供|安排|便宜|延长|缩短|减|热|干净|换/.test(
        part.text,
      );
    const own =
      /我(?:能|可|自己|什么|几|还|想)|洗澡|吃(?!饭的)|喝|运动|上班|拆线|报销(?!.{0,4}[快简多])|复印(?!.{0,4}[快简])|打印|(?:预约|挂)(?:一个|个|一下)|退钱|退费|赔|开药|开(?:个|张)?(?:证明|单|处方)|告诉我|问|给我|帮我/.test(
        part.text,
      );
    if (own || (!change && part.things.length + part.roles.length === 0)) return true;
  }
  return (
    ctx.question.schema === 'time' ||
    /退(?:钱|款|费|还)|赔|处分|开除|道歉|给(?:我)?(?:个|一个)?(?:说法|答复|交代|解释)/.test(part.text)
  );
}

/** The stretch of the message that belongs to an opinion: its parts, with what is told before and between. */
function grow(parts: readonly Part[], own: readonly Part[], kind: OpinionFinding['kind']): readonly Part[] {
  const first = own[0];
  const last = own[own.length - 1];
  if (first === undefined || last === undefined) return own;
  let from = Math.min(...own.map((part) => parts.indexOf(part)));
  let to = Math.max(...own.map((part) => parts.indexOf(part)));
  while (from > 0 && isNarrative(parts[from - 1], kind)) from -= 1;
  while (to < parts.length - 1 && isNarrative(parts[to + 1], kind)) to += 1;
  return parts.slice(from, to + 1);
}

function isNarrative(part: Part | undefined, kind: OpinionFinding['kind']): boolean {
  if (part === undefined || part.scope.question || (kind === 'praise' && part.opener === 'contrast')) return false;
  const graded = part.verdicts.length > 0 && (part.roles.length > 0 || !part.content);
  if (graded) return false;
  return part.text.length >= 3 && !TALK_ONLY.test(part.text) && /[\u4e00-\u9fffa-z]/.test(part.text);
}

function opinion(
  n: Normalised,
  kind: OpinionFinding['kind'],
  parts: readonly Part[],
  told: { readonly hasFacts: boolean; readonly evidence: string },
): OpinionFinding {
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  const span = spanOf(n, start, end);
  const concerns = concernsOf(n, parts);
  return {
    kind,
    text: n.original.slice(...span),
    concerns,
    hasFacts: told.hasFacts,
    span,
    confidence: 0.85,
    evidence: told.evidence,
  };
}

/** Whom and what parts of a message are about: canonical roles and things, names as written. */
export function concernsOf(n: Normalised, parts: readonly Part[]): readonly string[] {
  const concerns = new Set<string>();
  for (const part of parts) {
    for (const role of part.roles) concerns.add(role);
    for (const thing of part.things) concerns.add(canonical(thing));
    const behindBell = whoseBell(part);
    if (behindBell !== null) concerns.add(behindBell);
    for (const name of part.names) concerns.add(n.original.slice(...spanOf(n, name.start, name.end)));
  }
  concerns.delete('own');
  concerns.delete('bell');
  return [...concerns];
}

const CANONICAL: Readonly<Record<string, string>> = { ward_round: 'doctor', surgery: 'doctor', nursing_care: 'nurse' };

/** Whom the work belongs to, for routing an entry. */
export function canonical(thing: string): string {
  return CANONICAL[thing] ?? thing;
}
