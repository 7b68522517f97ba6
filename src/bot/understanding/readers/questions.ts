import type { QuestionFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Part } from './part.types.ts';

/** Things one asks a hospital about (handbook section 4). */
const TOPIC = guarded(
  /慢病|特病|慢性病|(?:医保|就诊|慢病|病|饭|健康)卡|病历|病案|病例|小结|发票|收据|报销|医保|社保|农合|异地|费用|清单|明细|多少钱|价|收费|挂号|预约|门诊|复查|复诊|随访|探视|探病|陪护|停车|车位|食堂|地址|位置|路线|怎么走|怎么去|怎么坐|坐(?:几路|什么)?车|公交|地铁|几楼|楼层|哪个楼|哪栋|科室|哪个科|什么科|挂什么|报告|结果|片子|化验|检查|体检|疫苗|证明|诊断书|病假|假条|盖章|押金|出院|住院|办理|手续|开药|拿药|取药|药房|续药|上班|营业|几点|坐诊|出诊|看诊|开门|关门|周末|节假日|值班|专家|主任|教授|医生|大夫|电话|热线|号码|公众号|小程序|wifi|轮椅|救护车|床位|手术|退费|退款|缴费|余额|身份证|医保卡|就诊卡|病房|护工|月嫂|产检|核酸|急诊|透析|康复|转院|会诊|复印|打印|寄|邮寄|拍照|预交|材料|带什么|需要带|看病|就诊|门诊时间|record|records|invoice|receipt|insurance|reimburs|bill|appointment|visit|parking|address|where is|located|floor|report|result|certificate|discharge|admission|clinic|opening|open|phone number|hotline|pharmacy|check-?up|follow-?up|vaccin|department|directions|price|cost|fee|copy|copies|refund/,
);
const ASKING = guarded(
  /怎么(?!这么|那么|又|还|老|能这|回事|没人|不|样)|咋(?!这么|回事|样|还|不)|如何|怎样(?:才|能|办)|哪(?!怕|天都|有时间|能不|会不|里好)|多少|几(?:点|楼|号|天|路|时|块|个工作|月)|什么时候|啥时候|何时|多久|多长|能不能|可不可以|能否|可否|可以[^,!?;。]{1,12}(?:吗|么|不$|\?)|能[^,!?;。]{1,12}(?:吗|么|不$|\?)|(?:需|要)(?:不要|带|多久|哪些|什么|几|提前)|用不用|是否|是不是|有没有|还有[^,!?;。]{0,8}(?:吗|么)|(?:吗|么|呢|不|没)\??$|(?<![没为])(?:什么|啥)(?!都|也|意见)|请问|想问|问一下|问下|问问|咨询|打听|了解一下|想知道|怎么办|\?$|\b(?:how|where|when|what|which|who|can i|could i|may i|do i|do you|does|is there|are there|is it|are you open|should i)\b/,
);
const FOR_A_BOOKING = guarded(
  /(?:我|帮我|给我|替我|想|要|需要|麻烦)[^,!?;。怎哪]{0,8}(?:预约|约(?:个|一个|一下|明|后|周|下|上|张|李|王)|挂(?:个|一个|号|明|周|专家|张|王|李|骨|内|外|眼|儿|妇))|\b(?:book|make|schedule|need|want|like|arrange)[^,.!?]{0,20}appointment\b|\bbook (?:me )?(?:in|with|a (?:visit|slot))\b/,
);
const NO_BOOKING = guarded(
  /怎么(?:预约|挂|约)|如何(?:预约|挂)|咋(?:预约|挂|约)|哪里?(?:预约|挂)|在哪|约不上|挂不上|挂不到|难约|难挂|能不能(?:不|提前)|how (?:do|can|to)|where/,
);
/** About our own talk: no question to the hospital. */
const ABOUT_US =
  /你(?:是|们是)?(?:谁|哪|什么人|机器)|满意|评(?:哪|谁|什么|价)|回访|问卷|回复什么|怎么(?:回|填|选|答)|什么意思|啥意思|投诉.{0,8}(?:结果|处理|答复)|(?:答复|处理结果|回音)|怎么(?:知道|有)我|骗/;

/** A wish for information about the hospital, or for an appointment; a complaint in question form (怎么没人管) is none. */
export function readQuestions(n: Normalised, parts: readonly Part[]): readonly QuestionFinding[] {
  const found: QuestionFinding[] = [];
  if (FOR_A_BOOKING.test(n) && !NO_BOOKING.test(n) && !parts.some((part) => part.faults.length > 0)) {
    found.push(question(n, 'appointment', { start: 0, end: n.text.length }));
    return found;
  }
  if (!ASKING.test(n) || !TOPIC.test(n)) return found;
  const asking = n.clauses.filter((clause) => asks(n, clause.start, clause.end, parts));
  const topical =
    asking.find((clause) => TOPIC.pattern.test(clause.text)) ??
    (asking.length > 0 && TOPIC.test(n) && n.clauses.length <= 3 ? asking[0] : undefined);
  if (topical === undefined) return found;
  const neighbours = n.clauses.filter(
    (clause) =>
      clause.start >= Math.max(topical.start - 24, 0) &&
      clause.end <= topical.end &&
      !parts.some(
        (part) =>
          part.start >= clause.start && part.end <= clause.end && (part.verdicts.length > 0 || part.faults.length > 0),
      ),
  );
  const first = neighbours[0] ?? topical;
  found.push(question(n, 'hospital_question', { start: Math.min(first.start, topical.start), end: topical.end }));
  return found;
}

/** 住院啥情况我都不清楚 tells that one does not know; it asks for nothing. */
const KNOWS_NOT = /(?:都|也|还|从来|根本|压根)(?:不|没)(?:太|大)?(?:清楚|知道|晓得|了解|懂|明白|搞懂|弄清)/;

function asks(n: Normalised, start: number, end: number, parts: readonly Part[]): boolean {
  const text = n.text.slice(start, Math.min(end + 1, n.text.length)).replace(/[,。!;\n]$/, '');
  if (!ASKING.pattern.test(text) || ABOUT_US.test(text)) return false;
  if (KNOWS_NOT.test(text) && !/[吗么呢?]$|请问|想问/.test(text)) return false;
  if (/^(?:[^?]*)(?:行吗|好吗|可以吗|行不行|好不好|行么)\??$/.test(text) && !TOPIC.pattern.test(text)) return false;
  return !parts.some(
    (part) =>
      part.start >= start &&
      part.end <= end &&
      (part.faults.length > 0 ||
        part.deeds.length > 0 ||
        part.verdicts.some((said) => said.source !== 'word' || said.grade !== 'mostly_satisfied') ||
        (part.scope.wish && !/[吗么?]$/.test(text) && !/怎么|哪|几|多少/.test(text))),
  );
}

function question(
  n: Normalised,
  kind: 'hospital_question' | 'appointment',
  at: { readonly start: number; readonly end: number },
): QuestionFinding {
  const span = spanOf(n, at.start, at.end);
  return { kind, text: n.original.slice(...span), span, confidence: 0.85, evidence: `question.${kind}` };
}
