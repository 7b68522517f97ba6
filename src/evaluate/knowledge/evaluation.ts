import { rankFaq, withoutPhrasing } from '../../bot/knowledge/faq/index.ts';
import type { IntentModel } from '../../bot/knowledge/faq/intent-model.ts';
import { type Base, baseOf, inquirerOf } from '../../bot/knowledge/inquirer.ts';
import type { KnowledgeReply } from '../../bot/knowledge/inquiry.types.ts';
import type { FaqEntry, Knowledge } from '../../bot/knowledge/knowledge.types.ts';

/** What comes of the phrasings of a knowledge base, each asked of the base without it. Shares are of all phrasings. */
export interface KnowledgeScore {
  readonly phrasings: number;
  /** The entry is first, among the first three, of the ranking of entries. */
  readonly first: number;
  readonly three: number;
  /** Answered with the entry; from the tables; the entry among the choices; by another entry; not at all. */
  readonly answered: number;
  readonly tables: number;
  readonly offered: number;
  readonly wrong: number;
  readonly missed: number;
  /** Of the answers from entries those that are the entry's. */
  readonly precision: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  /** Each phrasing that another entry answered, with both. */
  readonly errors: readonly string[];
}

export type KnowledgeFloors = Readonly<Partial<Record<keyof KnowledgeScore, number>>> & { readonly p99?: number };

type Outcome = 'answered' | 'tables' | 'offered' | 'wrong' | 'missed';

/** Where the knowledge is asked: an instant, and the day of it. */
export interface Moment {
  readonly now: number;
  readonly date: string;
}

/** Leaves every phrasing out in turn; recomputes only the entry it belongs to. */
export function evaluateKnowledge(knowledge: Knowledge, model: IntentModel | null, moment: Moment): KnowledgeScore {
  const base = baseOf(knowledge, model);
  const counts: Record<Outcome, number> = { answered: 0, tables: 0, offered: 0, wrong: 0, missed: 0 };
  const errors: string[] = [];
  const times: number[] = [];
  let [first, three] = [0, 0];
  for (const [at, entry] of knowledge.faq.entries()) {
    if (entry.validUntil !== undefined && entry.validUntil < moment.date) continue;
    for (const [i, phrasing] of entry.askedAs.entries()) {
      const faq = withoutPhrasing(base.faq, at, i);
      const place = rankFaq(faq, phrasing, moment.date).findIndex((found) => found.entry.id === entry.id);
      if (place === 0) first += 1;
      if (place >= 0 && place < 3) three += 1;
      const { reply, ms } = timed({ ...base, faq }, phrasing, { moment, zone: knowledge.hospital.timezone });
      times.push(ms);
      const outcome = outcomeOf(reply, entry);
      counts[outcome] += 1;
      if (outcome === 'wrong') errors.push(`${phrasing} [${entry.id}] ← ${sourceOf(reply)}`);
    }
  }
  const all = Math.max(1, times.length);
  const share = (count: number) => Math.round((1000 * count) / all) / 1000;
  const given = Math.max(1, counts.answered + counts.wrong);
  const shares = { answered: share(counts.answered), tables: share(counts.tables), offered: share(counts.offered) };
  return {
    phrasings: times.length,
    first: share(first),
    three: share(three),
    ...shares,
    wrong: share(counts.wrong),
    missed: share(counts.missed),
    precision: Math.round((1000 * counts.answered) / given) / 1000,
    latency: latencyOf(times),
    errors,
  };
}

function timed(
  base: Base,
  text: string,
  { moment, zone }: { readonly moment: Moment; readonly zone: string },
): { readonly reply: KnowledgeReply; readonly ms: number } {
  const ask = inquirerOf(base);
  const began = performance.now();
  const reply = ask({ text, now: moment.now, zone, language: 'zh-CN', topic: null, offered: [] });
  return { reply, ms: performance.now() - began };
}

/** A fact from the tables counts apart: whether it is the one the entry tells, too, no id can say. */
function outcomeOf(reply: KnowledgeReply, { id }: FaqEntry): Outcome {
  if (reply.type === 'answer') {
    if (reply.sources.some((source) => source.id === `faq:${id}`)) return 'answered';
    return reply.sources.some((source) => source.id.startsWith('faq:')) ? 'wrong' : 'tables';
  }
  if (reply.type !== 'choose') return 'missed';
  return reply.about !== 'entry' || reply.choices.some((choice) => choice.id === `faq:${id}`) ? 'offered' : 'missed';
}

function sourceOf(reply: KnowledgeReply): string {
  return reply.type === 'answer' ? reply.sources.map(({ id }) => id).join(', ') : reply.type;
}

function latencyOf(times: readonly number[]): KnowledgeScore['latency'] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(100 * (sorted[Math.floor(sorted.length * share)] ?? 0)) / 100;
  return { p50: at(0.5), p99: at(0.99) };
}

/** What does not reach its floor; `wrong` and `p99` are ceilings. */
export function faultsOf(found: KnowledgeScore, floors: KnowledgeFloors): readonly string[] {
  const values: Readonly<Record<string, unknown>> = { ...found, p99: found.latency.p99 };
  return Object.entries(floors).flatMap(([name, floor]) => {
    const value = Number(values[name]);
    const kept = name === 'wrong' || name === 'p99' ? value <= floor : value >= floor;
    return kept ? [] : [`${name} ${String(value)} against ${String(floor)}`];
  });
}
