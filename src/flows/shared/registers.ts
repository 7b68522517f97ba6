import type { Effect } from '../../domain/effect.ts';
import type { OpinionFinding } from '../../domain/finding.ts';
import { REGISTER_KINDS, type RegisterKind } from '../../domain/vocabulary.ts';
import { type Digest, holds } from './digest.ts';
import type { Draft, EntryMemory, PersonMemory, TalkMemory } from './memory.ts';
import { describeConcerns, peopleOf, sameAnybody, sharesMore } from './people.ts';

/** What became of the opinions of a message: a new entry, added to one, or announced without facts. */
export type Recorded = 'new' | 'added' | 'bare';
export type RegisterNews = Partial<Record<RegisterKind, Recorded>>;

interface Book {
  readonly memory: Draft<TalkMemory>;
  readonly effects: Effect[];
}

interface Opinion {
  readonly text: string;
  readonly concerns: readonly string[];
  /** Whom of the staff it means. */
  readonly people: readonly PersonMemory[];
  /** `concerns` as staff read them. */
  readonly described: readonly string[];
  readonly bare: boolean;
}

const NOBODY = { concerns: [], people: [], described: [] } as const;

function together(findings: readonly OpinionFinding[]): Opinion {
  return {
    text: [...new Set(findings.map((f) => f.text.trim()))].join('\n'),
    concerns: [...new Set(findings.flatMap((f) => f.concerns))],
    people: eachOnce(peopleOf(findings)),
    described: describeConcerns(findings),
    bare: findings.every((f) => !f.hasFacts),
  };
}

function lastOf(entries: readonly EntryMemory[], kind: RegisterKind): number {
  return entries.findLastIndex((entry) => entry.kind === kind);
}

/** Index of the complaint whose facts are still lacking; null without one. */
export function bareComplaint(entries: readonly EntryMemory[]): number | null {
  const index = entries.findLastIndex((entry) => entry.kind === 'complaint' && entry.bare);
  return index < 0 ? null : index;
}

/** 就打错针这事, 刚才说的: what was already told. */
const REFERS_BACK =
  /^.{0,14}(?:这|那)(?:件|个|回|档子|码)?事(?:情|儿)?[,.!。呗吧啊嘛]*$|(?:刚才|刚刚|上面|前面|之前)(?:说|讲|提|写)(?:的|过)|^(?:as i said|like i said|same as (?:before|above))/;

/** Two named people are one only if that is certain: of 李小琴 and 张晓兰 it is not enough that both are nurses. */
function isSame(entry: EntryMemory, opinion: Opinion): boolean {
  const people = entry.people ?? [];
  if (people.length > 0 && opinion.people.length > 0)
    return sameAnybody(people, opinion.people) || sharesMore(entry.concerns, opinion.concerns);
  return entry.concerns.some((one) => opinion.concerns.includes(one));
}

/** Index of the entry an opinion is added to: same person or thing, or a complaint that still lacks its facts. */
function sameMatter(entries: readonly EntryMemory[], kind: RegisterKind, opinion: Opinion): number {
  const overlap = entries.findLastIndex((entry) => entry.kind === kind && isSame(entry, opinion));
  if (overlap >= 0 || kind !== 'complaint') return overlap;
  if (REFERS_BACK.test(opinion.text)) return lastOf(entries, 'complaint');
  if (opinion.bare && opinion.concerns.length === 0) return lastOf(entries, 'complaint');
  return bareComplaint(entries) ?? -1;
}

/** Each once: a talk of many messages about one nurse remembers her once. */
function eachOnce(people: readonly PersonMemory[]): readonly PersonMemory[] {
  return [...new Map(people.map((one) => [`${one.written}\n${one.name ?? ''}`, one])).values()];
}

/** Puts one opinion into a register. `at` ≥ 0 adds it to that entry. */
function write({ memory, effects }: Book, kind: RegisterKind, opinion: Opinion, at: number): Recorded {
  const { text, concerns, people, described, bare } = opinion;
  const old = memory.entries[at];
  if (old === undefined) {
    memory.entries = [...memory.entries, { kind, concerns, ...(people.length === 0 ? {} : { people }), bare }];
    effects.push({ type: 'register', kind, text, concerns: described });
    return bare && kind === 'complaint' ? 'bare' : 'new';
  }
  const all = eachOnce([...(old.people ?? []), ...people]);
  const merged = {
    kind,
    concerns: [...new Set([...old.concerns, ...concerns])],
    ...(all.length === 0 ? {} : { people: all }),
    bare: old.bare && bare,
  };
  memory.entries = memory.entries.with(at, merged);
  effects.push({ type: 'register', kind, text, concerns: described, appendTo: at });
  return 'added';
}

/** Adds the contact's own words to the complaint whose facts were asked for. */
export function addFacts(memory: Draft<TalkMemory>, effects: Effect[], text: string, at: number): void {
  write({ memory, effects }, 'complaint', { text, ...NOBODY, bare: false }, at);
}

/** A threat, or the wish to know what became of a complaint, is a complaint too (situations 12 and 10). */
function implied(book: Book, message: Digest): Recorded | undefined {
  const last = lastOf(book.memory.entries, 'complaint');
  const opinion = { text: message.text, ...NOBODY, bare: false };
  if (holds(message, 'threat')) return write(book, 'complaint', opinion, last);
  if (holds(message, 'complaint_status') && last < 0) return write(book, 'complaint', opinion, -1);
  return undefined;
}

/**
 * Enters the opinions of a message: one entry per message and kind, and what concerns the same person or thing as an
 * entry of this conversation is added to it (handbook section 2).
 */
export function recordOpinions(memory: Draft<TalkMemory>, message: Digest, effects: Effect[]): RegisterNews {
  const news: RegisterNews = {};
  for (const kind of REGISTER_KINDS) {
    const findings = message.opinions.filter((f) => f.kind === kind);
    if (findings.length === 0) continue;
    const opinion = together(findings);
    const owed = kind === 'complaint' ? memory.factsOwed : null;
    news[kind] = write({ memory, effects }, kind, opinion, owed ?? sameMatter(memory.entries, kind, opinion));
  }
  const extra = news.complaint === undefined ? implied({ memory, effects }, message) : undefined;
  if (extra !== undefined) news.complaint = extra;
  return news;
}
