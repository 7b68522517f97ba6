import type { Finding, FindingKind, RatingFinding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** From so many characters on a clause is a speech, in which the last words sum up. */
const SPEECH = 20;
/** 我都满意, 反正都满意, 医院啥的我都满意 at the end. */
const ALL_CONTENT = guarded(
  /(?:都|全都|全|样样)(?:很|挺|还|蛮|非常|特别|是|感到|觉得)?满意(?:的)?(?:了|吧|啊|呀|哈|嘛|得很|都满意)*[。!~☺…, ]*$/,
);
/** Of these alone: 医生和护士我都满意, 别的都满意. */
const LIMITED =
  /(?:医生|大夫|医师|主任|护士长?|护理|护工|食堂|饭菜?|伙食|环境|态度|技术|服务|他们)们?(?:我|俺)?[^,]{0,1}$|(?:别的|其他|其它|其余|剩下|另外)[^,]{0,3}$|(?:不是|没有?|不能|未必|哪能|要是|如果|说|讲|以为|希望)[^,]{0,4}$/;
const HOUSE = /医院[^,]{0,8}$/;

/** A speech without a comma that ends in 我都满意 answers whatever is open (handbook section 2). */
export const readAllContent: ReadCertain = (reading, found) => {
  const { n, parts, context } = reading;
  const hit = ALL_CONTENT.exec(n);
  if (hit === null || hit.index < SPEECH || found.some(({ kind }) => DECISIVE.has(kind))) return null;
  const before = n.text.slice(0, hit.index);
  if ((LIMITED.test(before) && !HOUSE.test(before)) || parts.at(-1)?.scope.thirdParty === true) return null;
  if (/[,。!?;\n]/.test(before.slice(-SPEECH))) return null;
  const adds = context.openRatings.map((question) => gradeOf(question, reading, hit.index));
  return adds.length === 0 ? null : { adds, drops: (finding) => isUndone(finding, context.openRatings) };
};

const DECISIVE: ReadonlySet<FindingKind> = new Set(['emergency', 'self_harm', 'deceased', 'wrong_number']);
/** What else stands in a speech is told, not wanted now. */
const TOLD: ReadonlySet<FindingKind> = new Set(['contact_time', 'busy', 'off_topic']);

function isUndone(finding: Finding, open: readonly string[]): boolean {
  if (finding.kind === 'rating' || finding.kind === 'no_opinion') return open.includes(finding.question);
  return TOLD.has(finding.kind);
}

function gradeOf(question: string, { n }: RulesReading, from: number): RatingFinding {
  const span = spanOf(n, from, n.text.length);
  return { kind: 'rating', question, grade: 'satisfied', span, confidence: 0.85, evidence: 'certain.all_content' };
}
