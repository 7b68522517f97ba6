import type { Finding, QuestionFinding } from '../../../domain/finding.ts';
import { matchesOf } from '../matches.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { weigh } from '../safety/veto.ts';
import { scopeOf } from '../scope.ts';
import { isConsultation } from '../setting.ts';
import { guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { firstHit, type Hit } from './hits.ts';
import {
  AILMENT,
  ASKING,
  BODY_AILS,
  CARE,
  DESK,
  DRUG,
  DRUG_USE,
  MAY_DO,
  MEDICAL_EN,
  RESULT,
  WELL,
  WOUND_AILS,
} from './medical-question.lists.ts';

const TRIGGER_ZH = guarded(
  /[药疼痛肿红痒麻胀烧咳痰拉便吐晕睡尿慌汗乏劲血黄筋摔跌磕敏疹奶恶月喘闷酸伤刀切线管膏线洗碰沾酒忌补吃喝运动床走班活车机房孕游拆拔抓挠停针片报告结果验查病理恢复愈脓炎堵歪僵硬冷抖花哑口烫冲抹涂腰蹲敷胰岛素单位石导纱抱苗发掉温紫块包腿跑瘸印标]/,
);
const TRIGGER_EN = guarded(
  /wound|incision|stitch|medic|tablet|pill|drug|dose|pain|fever|cough|swell|swollen|red|numb|shower|bath|eat|drink|drive|result|normal|take|antibio|insulin|calf|rash|dizz|head|cast|scar|itch|leg|blood|drain|catheter|missed|forgot|swim|exercise|work/,
);

/** A thing told without a question acts too, but a question is the surer sign. */
const ASKED = 0.9;
const TOLD = 0.82;

/** Situation 29: one's own wound, medicine, diet, result or ailment, present and asked or told. */
export function readMedicalQuestion(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  const zh = TRIGGER_ZH.test(n);
  if (!zh && !TRIGGER_EN.test(n)) return [];
  const found = (zh ? (asked(n) ?? told(n, ctx)) : null) ?? english(n);
  return found === null ? [] : [found];
}

function question(
  n: Normalised,
  hit: Pick<Hit, 'start' | 'end'>,
  confidence: number,
  evidence: string,
): QuestionFinding {
  const { clause, previous, next } = scopeOf(n, hit.start, hit.end);
  // 伤口拆线后有点痒，能洗澡吗: the clause that asks belongs to it.
  const end =
    next !== null && ASKING.pattern.test(next.text) && !CARE.test(next.text) ? next.end : Math.max(clause.end, hit.end);
  const leads =
    previous !== null &&
    [WOUND_AILS, BODY_AILS, AILMENT].some((ails) => matchesOf(previous.text, ails.pattern).length > 0);
  const start = leads && !CARE.test(previous.text) ? previous.start : clause.start;
  const span = spanOf(n, Math.min(start, hit.start), end);
  return { kind: 'medical_question', span, confidence, evidence, text: n.original.slice(...span) };
}

/** Medicine, what one may do again, results. */
function asked(n: Normalised): QuestionFinding | null {
  if (!ASKING.test(n) && !MISSED.test(n) && !TELLING.test(n)) return null;
  const mayDo = firstHit(n, MAY_DO, ({ text, scope }) => {
    const clause = scope.clause.text;
    const tone = ASKING.pattern.test(clause) || n.text[scope.clause.end] === '?';
    return (
      tone &&
      !NOT_ONESELF.test(clause) &&
      !DESK.pattern.test(clause) &&
      !CARE.test(clause) &&
      !NOT_A_MEAL.test(text + scope.after)
    );
  });
  if (mayDo !== null) return question(n, mayDo, ASKED, 'medical.may_do');
  const drug = firstHit(n, DRUG_USE, ({ scope, text }) => {
    const clause = scope.clause.text;
    if (DESK.pattern.test(clause) || CARE.test(clause) || PLAIN_DRUG.test(clause)) return false;
    const tone = ASKING.test(n) || /[?]/.test(n.text) || MISSED.pattern.test(text);
    return tone && DRUG.test(text);
  });
  if (drug !== null) return question(n, drug, ASKED, 'medical.medicine');
  const result = firstHit(n, RESULT, ({ scope }) => {
    const clause = scope.clause.text;
    return (
      !DESK.pattern.test(clause) &&
      !CARE.test(clause) &&
      !/处理|投诉|反馈|答复|回复|调查|解决/.test(clause) &&
      (ASKING.test(n) || /意思|严重|高|低|阳性|说有|看不懂|咋样|怎么样|是不是|会不会/.test(clause)) &&
      !/一切正常|都正常|(?:很|挺|都)好/.test(clause)
    );
  });
  return result === null ? null : question(n, result, ASKED, 'medical.result');
}

/** Somebody else's business, or talk about talking: 能吃完饭再说吗, 能热一点吗. */
const NOT_ONESELF =
  /能不能(?:快|多|早|少|热|便宜|换|改|给|让|把|安排)|病房|食堂|陪护|家属|你们(?!说|看|觉)|建议|希望|地方|热水|浴室|晚点|等会|再说|再聊|回复|停进/;
const NOT_A_MEAL = /吃(?:完)?(?:饭|了)?再|吃饭[呢吗]?$|吃完饭|上班(?:时间|的)|查房|上班再|几点上班|走动手续/;
/** The medicine helps, is dear, was given: no question of how to use it. */
const PLAIN_DRUG =
  /管用|有效|效果(?:很|挺|不错)|太贵|贵|便宜|发药|送药|刚吃完|吃完药[,。]?(?:等|再)|在吃药|按时吃|药开得|药味|按时|没说清|没讲|不讲/;
/** A result that worries, told without a question. */
const TELLING = guarded(/意思|严重|高|低|阳性|说有|看不懂|咋样|是不是|会不会/);
const MISSED = guarded(/忘|漏|吃错|吃多|多吃|少吃|吃重|断/);

const AILS = [
  [WOUND_AILS, 'medical.wound'],
  [AILMENT, 'medical.ailment'],
  [BODY_AILS, 'medical.body'],
] as const;

/** An ailment of now, told to us. In an opinion about the stay the same words are facts of a complaint. */
function told(n: Normalised, ctx: UnderstandContext): QuestionFinding | null {
  if (!AILING.test(n) || DESK.test(n)) return null;
  const asks = ASKING.test(n);
  // In the consultation a symptom without a question leads to a department.
  if (isConsultation(ctx) && !asks) return null;
  for (const [pattern, evidence] of AILS) {
    const hit = firstHit(n, pattern, (one) => ails(n, one));
    if (hit !== null) return question(n, hit, asks ? ASKED : TOLD, evidence);
  }
  return null;
}

const SUPPOSED = /(?:没有?|不|别|怕|担心|如果|要是|万一|会不会|不会|未)(?:再|怎么|太|那么|很|什么|有)?$/;

/** The contact's own, present ailment: not what staff did, no figure of speech, not over. */
function ails(n: Normalised, { scope, text, start, end }: Hit): boolean {
  // Over for long, of the stay, or denied: 进院时候喘不上气，现在早好了.
  const own = scope.clause.text;
  const around = (scope.previous?.text ?? '') + own + (scope.next?.text ?? '');
  if (!ASKING.pattern.test(around) && weigh(n, start, end) === 'none') return false;
  if (CARE.test(around) || FIGURE.test(own) || SMALL_TALK.test(text + scope.after)) return false;
  if (WELL.test(own) && !/(?:吗|么|\?|怎么办|咋办|还是|但)/.test(around)) return false;
  return !SUPPOSED.test(scope.before);
}

/** A character that every ailment holds. */
const AILING = guarded(
  /[疼痛肿红痒麻胀酸僵硬炎脓水渗液溃烂裂崩鼓泡皮疹血紫青黑淤瘀热烫凉劲力筋舒难受味臭凹瘩包长消没不堵脱松歪烧咳痰拉泻秘便恶吐晕昏失眠睡胃食尿慌悸汗乏压糖疸摔跌磕敏奶乳露月带喘短闷胀嗝干苦哑抖冷鸣花糊哭管温感发掉黄印瘸稳]/,
);
/** Feeling and figure: 头疼的是排队, 眼红, 心疼钱, 手头紧, 气得肚子疼. */
const FIGURE =
  /(?:气|急|吓|忙|吵|烦|看|想|听|等|累)得|头[疼痛](?:的|死|得很|,?字)|字(?:太)?小|眼红|工作|事情|心疼|心痛|手头|口碑|(?<![伤刀切创])口红|脸红|红包|红灯|上火了你|麻烦|肉麻|手续|手机|痛快|痛痛快快|疼爱|心酸|寒酸|硬件|硬座|红十字|腿脚不便|走路不方便|肚子饿|(?<!掉|脱)头发(?!掉)|花钱|看不清|打字|听不/;
const SMALL_TALK = /红红火火|^没劲(?!儿?走)|(?:真|太|好)没劲|吐槽|吐苦水|痛苦|咳$|睡不着(?:就|才)/;

function english(n: Normalised): QuestionFinding | null {
  const hit = firstHit(n, MEDICAL_EN, ({ scope }) => {
    const clause = scope.clause.text;
    return (
      !WELL.test(clause) &&
      !CARE.test(clause) &&
      !DESK.pattern.test(clause) &&
      !/when i was|in hospital|during|appointment|call|talk|speak|meeting|busy|at work|no pain/.test(clause)
    );
  });
  return hit === null ? null : question(n, hit, ASKED, 'medical.en');
}
