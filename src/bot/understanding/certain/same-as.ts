import type { Finding, FindingKind, RatingFinding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { normalise, spanOf } from '../normalise.ts';
import { coreOf } from '../readers/patterns.ts';
import { questionsOf } from '../readers/poll.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

const WHO =
  '(?:医生|大夫|医师|护士|护理|前面|上面|上边|刚才|刚刚|之前|前头|上(?:一)?(?:个|题|条)|前(?:一|两|几)?(?:个|题|条))(?:们|那边|那里|那儿)?(?:的)?(?:那)?(?:一)?(?:个|条|题)?(?:说的|答的|选的)?(?:的)?';
const AS_MUCH = '(?:是)?(?:也|都|完全|差不多)?(?:是)?(?:一样|一个样|差不多|同样)(?:满意)?';
const WITH = '(?:跟|和|同|与|像)';
/** 跟医生一样, 也一样, 同上, and no word more. */
const SAME = new RegExp(
  `^(?:护士|护理师?|护士长|医生|大夫|医院|整体|总体|总的(?:来说)?|这个|这项|那|也|都|就|还|我|觉得|是|,)*(?:${WITH}(${WHO})${AS_MUCH}|(?:还是)?(?:一样|一个样|差不多|同上|如上|同前|照旧|照样|(?<=也)(?:是|这样|那样))|same|ditto|(?:the )?same (?:here|again|as (?:the )?(doctors?|nurses?|before|above|last one))|same for (?:the )?(?:nurses?|hospital))(?:的|吧|嘛|啊|哈|哩|啦|就行|就好)*$`,
);
const DOCTOR = /医生|大夫|医师|doctor/;
const NURSE = /护士|护理|nurse/;

const EARLIER =
  '(?:上面|上边|刚才|刚刚|前面|之前|前头|医生|大夫|护士|那|同)(?:说|讲|提|写)?(?:的|过的?)?(?:那)?(?:一)?(?:个|条|样)?(?:的)?';
/** Same thing I said about the doctor. */
const SAME_THING =
  "\\b(?:the )?same (?:thing|problem|issue|complaint|reason)s?(?: as| that| which| what)?(?: (?:i|we)(?:'ve| have)? (?:said|told you|mentioned|wrote)(?: before| already| earlier)?)?(?:(?: (?:about|of|with|for|to))?(?: the| your)? (?:doctors?|nurses?))?(?=[,.!;]|$)";
/** 还是上面那个原因, 原因同上, 跟刚才说的一样: a reason that we have already. */
const SAME_REASON = guarded(
  new RegExp(
    `(?:还是|也是|就是|还|也|就)?(?:因为)?${EARLIER}(?:原因|理由|问题|毛病)|(?:原因|理由)(?:也|都|还是|就)*(?:同上|一样|同前|如上|照旧|${WITH}${EARLIER}(?:一样)?)|${WITH}${EARLIER}(?:是)?(?:一样|一个样)|^也?(?:同上|同前|如上|一样)(?:的|吧|啊)*$|\\b(?:same reasons?|as above|as (?:i said )?before)\\b|${SAME_THING}`,
  ),
);
/** Words besides that tell nothing. */
const REST = /[,。!;、…~\s吧啊呀嘛哈的了]|因为|主要|还是|就是|for the|for/g;

/** A grade that is told by another one: 跟医生一样, 基本满意，还是上面那个原因. */
export const readSameAs: ReadCertain = (reading, found) =>
  sameGrade(reading) ?? alsoSo(reading, found) ?? sameReason(reading, found) ?? nothingNew(reading);

const HEARD: ReadonlySet<FindingKind> = new Set(['rating', 'off_topic', 'no_opinion', 'apology', 'agree', 'emergency']);

function sameGrade(reading: RulesReading): ReturnType<ReadCertain> {
  const { n, context } = reading;
  const { question, openRatings } = context;
  const hit = SAME.exec(coreOf(n.text));
  if (hit === null || question.schema !== 'rating' || !openRatings.includes(question.id)) return null;
  const source = meant(hit[1] ?? hit[2] ?? '', reading);
  const grade = source === null ? undefined : context.given?.[source];
  if (grade === undefined || grade === 'no_opinion' || (SEVERAL.test(n.text) && !areOne(context.given))) return null;
  return { adds: [asBefore(reading, question.id, grade)], drops: ({ kind }) => HEARD.has(kind) };
}

/** 也一样 where nothing is graded calls for no ambulance. */
function nothingNew({ n }: RulesReading): ReturnType<ReadCertain> {
  if (!SAME.test(coreOf(n.text))) return null;
  return { adds: [], drops: (finding) => finding.kind === 'emergency' && isGuess(finding) };
}

/** 医生没得说，护士也是: the one who is only named is graded like the one before. */
const ALSO_SO =
  /^(?:护士|护理师?|医生|大夫|医院|整体|总体)们?(?:也|也都)(?:是|一样|这样|那样|差不多|同样)(?:是)?(?:的|吧|啊|哈|了)*$/;

function alsoSo(reading: RulesReading, found: readonly Finding[]): ReturnType<ReadCertain> {
  const { parts, context } = reading;
  const part = parts.find(({ text }) => ALSO_SO.test(text));
  const [graded, ...more] = found.filter((one): one is RatingFinding => one.kind === 'rating');
  if (part === undefined || graded === undefined || more.length > 0 || parts.indexOf(part) === 0) return null;
  const ids = questionsOf(part, context).filter((id) => id !== graded.question && context.openRatings.includes(id));
  const adds = ids.map((question) => ({ ...asBefore(reading, question, graded.grade), confidence: graded.confidence }));
  return adds.length === 0 ? null : { adds, drops: () => false };
}

/** As all of those before; of different ones it cannot be. */
const SEVERAL = /都|前[两几]/;
function areOne(given: RulesReading['context']['given']): boolean {
  return new Set(Object.values(given ?? {})).size === 1;
}

/** Whose grade: of the role that is named, else of the question before. */
function meant(words: string, { context }: RulesReading): string | null {
  const role = DOCTOR.test(words) ? 'doctor' : NURSE.test(words) ? 'nurse' : null;
  if (role === null) return context.lastAnswered;
  return context.questions.find(({ roles }) => roles.includes(role))?.id ?? null;
}

function asBefore({ n }: RulesReading, question: string, grade: RatingFinding['grade']): RatingFinding {
  const read = { span: spanOf(n, 0, n.text.length), confidence: 0.85, evidence: 'certain.same_as' };
  return { ...read, kind: 'rating', question, grade, ...(grade === 'satisfied' ? {} : { sameReason: true }) };
}

function sameReason(reading: RulesReading, found: readonly Finding[]): ReturnType<ReadCertain> {
  const { n, context } = reading;
  const hit = SAME_REASON.exec(n);
  if (hit === null) return null;
  const { schema, about } = context.question;
  const grade = about === undefined ? undefined : context.given?.[about];
  if (schema === 'reason' && about !== undefined && grade !== undefined && grade !== 'no_opinion') {
    if (!isEmpty(n.text)) return null;
    return { adds: [asBefore(reading, about, grade)], drops: (finding) => HEARD.has(finding.kind) || isGuess(finding) };
  }
  const graded = found.filter((one): one is RatingFinding => one.kind === 'rating' && one.grade !== 'satisfied');
  const bare = graded.filter(({ reason = '' }) => isEmpty(normalise(reason).text));
  const adds = bare.map(({ reason: _, ...rating }) => ({ ...rating, sameReason: true as const }));
  return adds.length === 0
    ? null
    : { adds, drops: (finding) => bare.some((one) => one === finding) || isVague(finding) };
}

/** Says nothing but that we know the reason already. */
function isEmpty(words: string): boolean {
  return words.replace(SAME_REASON.pattern, '').replace(REST, '') === '';
}

function isVague(finding: Finding): boolean {
  return finding.kind === 'complaint' && isGuess(finding);
}
