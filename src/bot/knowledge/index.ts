import { normalise } from '../understanding/normalise.ts';
import { buildIndex, type FaqIndex, rank, type Scored } from './faq/words.ts';
import type { FaqEntry, Knowledge } from './knowledge.types.ts';

export { type Entities, type EntityIndex, findEntities, indexEntities, type Mention } from './entities/index.ts';
export { knowledgeFacts } from './facts.ts';
export { createInquirer, type Inquirer } from './inquirer.ts';
export type { Knowledge } from './knowledge.types.ts';
export { checkKnowledge, loadKnowledge } from './load/load.ts';
export { type FoundFault, quoted } from './load/reader.ts';
export type { Rule } from './load/rules.ts';
export { knowledgeWarnings } from './load/warnings.ts';

/**
 * The least the best entry must have of the question, and its lead over the second, to be given without asking. Chosen so
 * that with each phrasing of the demo base left out nine answers in ten are right.
 */
const CONFIDENT = { closest: 0.2, covered: 0.3, margin: 0.48 };
/** A question nearly in the words of an entry needs only a small lead. */
const NEARLY_THE_SAME = { alike: 0.88, margin: 0.08 };
/** A clause inside a longer message has to come closer to a phrasing than a whole message. */
const CLAUSE_ALIKE = 0.6;
const MIN_CLAUSE = 4;

const indexes = new WeakMap<Knowledge, FaqIndex>();

/**
 * The answer of the knowledge base, as written, if one entry clearly answers the question; entries past their
 * `validUntil` on `today` (YYYY-MM-DD) never. undefined = have it checked by a person.
 */
export function findAnswer(
  knowledge: Knowledge,
  text: string,
  today: string,
): { id: string; answer: string } | undefined {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = buildIndex(knowledge.faq);
    indexes.set(knowledge, index);
  }
  const { clauses } = normalise(text);
  const parts =
    clauses.length > 1 ? clauses.map((clause) => clause.text).filter((part) => part.length >= MIN_CLAUSE) : [];
  const whole = confident(rank(index, text, today));
  const inside = parts.flatMap((part) =>
    confident(rank(index, part, today)).filter(({ alike }) => alike >= CLAUSE_ALIKE),
  );
  const best = leading([...whole, ...inside]);
  return best === undefined ? undefined : { id: best.entry.id, answer: best.entry.answer };
}

/** The first of a ranking, with its lead, if it stands out enough; else nothing. */
function confident(ranking: readonly Scored[]): readonly Standout[] {
  const [best, second] = ranking;
  if (best === undefined || best.lacking > 0) return [];
  const margin = second === undefined ? 1 : 1 - second.score / best.score;
  const same = best.alike >= NEARLY_THE_SAME.alike && margin >= NEARLY_THE_SAME.margin;
  const clear =
    best.bears > 0 &&
    best.closest >= CONFIDENT.closest &&
    best.covered >= CONFIDENT.covered &&
    margin >= CONFIDENT.margin;
  return same || clear ? [{ entry: best.entry, margin, alike: best.alike }] : [];
}

/** An entry that clearly answers a question. */
interface Standout {
  readonly entry: FaqEntry;
  readonly margin: number;
  readonly alike: number;
}

/** Of a message and its clauses the answer that stands out most. */
function leading(found: readonly Standout[]): Standout | undefined {
  return [...found].sort((a, b) => b.margin - a.margin)[0];
}
