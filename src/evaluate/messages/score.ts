import type { Finding } from '../../domain/finding.ts';
import { counted, fits, judge } from './check.ts';
import { labelOf } from './examples.ts';
import { exactInterval } from './interval.ts';
import type { LabelledMessage } from './message.ts';

/** How one meaning was read over all messages. Ratings are counted by grade. */
interface KindScore {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  /** Exact 95 % intervals. */
  readonly recallInterval: readonly [number, number];
  readonly precisionInterval: readonly [number, number];
}

export interface MessageScores {
  readonly total: number;
  readonly passed: number;
  readonly kinds: Readonly<Record<string, KindScore>>;
  /** `wanted → found instead`, the most frequent first. */
  readonly confusions: readonly { readonly pair: string; readonly count: number }[];
  /** Passed and total by language, length and the tags of the authors. */
  readonly slices: Readonly<Record<string, { readonly passed: number; readonly total: number }>>;
}

/** A labelled message with what was read in it. */
export interface ReadMessage {
  readonly message: LabelledMessage;
  readonly findings: readonly Finding[];
}

interface Counts {
  wanted: number;
  found: number;
  right: number;
}

const nameOf = (kind: string, grade: string | undefined): string => (grade === undefined ? kind : `${kind}.${grade}`);

/**
 * Scores read messages. A kind that the label leaves open (a companion of a wanted one, see `labelOf`) counts neither for
 * nor against.
 */
export function scoreMessages(read: readonly ReadMessage[]): MessageScores {
  const counts = new Map<string, Counts>();
  const confusions = new Map<string, number>();
  const slices = new Map<string, { passed: number; total: number }>();
  let passed = 0;
  for (const { message, findings } of read) {
    const verdict = judge(message, findings);
    const passes = verdict.missing.length + verdict.harmful.length === 0;
    if (passes) passed += 1;
    countKinds(counts, message, findings);
    countConfusions(confusions, message, findings);
    for (const name of slicesOf(message)) {
      const slice = slices.get(name) ?? { passed: 0, total: 0 };
      slices.set(name, { passed: slice.passed + (passes ? 1 : 0), total: slice.total + 1 });
    }
  }
  return {
    total: read.length,
    passed,
    kinds: Object.fromEntries([...counts].sort().map(([name, count]) => [name, scoreOf(count)])),
    confusions: [...confusions]
      .map(([pair, count]) => ({ pair, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 20),
    slices: Object.fromEntries([...slices].sort()),
  };
}

function countKinds(counts: Map<string, Counts>, message: LabelledMessage, findings: readonly Finding[]): void {
  const of = (name: string) => {
    const count = counts.get(name) ?? { wanted: 0, found: 0, right: 0 };
    counts.set(name, count);
    return count;
  };
  const found = counted(findings);
  for (const want of message.want) {
    const count = of(nameOf(want.kind, want.grade));
    count.wanted += 1;
    if (found.some((finding) => fits(finding, { ...want, tier: undefined }))) count.right += 1;
  }
  const { unsure } = labelOf(message);
  for (const finding of found) {
    const name = nameOf(finding.kind, finding.kind === 'rating' ? finding.grade : undefined);
    const meant = message.want.some(({ kind }) => kind === finding.kind);
    if (meant || !unsure.has(name)) of(name).found += 1;
  }
}

function countConfusions(
  confusions: Map<string, number>,
  message: LabelledMessage,
  findings: readonly Finding[],
): void {
  const { missing } = judge(message, findings);
  const extra = counted(findings).filter((finding) => !message.want.some((want) => fits(finding, want)));
  for (const want of missing) {
    const instead = extra.length === 0 ? ['nothing'] : [...new Set(extra.map(({ kind }) => kind))];
    for (const kind of instead) {
      const pair = `${nameOf(want.kind, want.grade)} → ${kind}`;
      confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
    }
  }
}

function slicesOf({ lang, text, tags }: LabelledMessage): readonly string[] {
  const length = text.length <= 4 ? '≤ 4 characters' : text.length > 40 ? '> 40 characters' : '5–40 characters';
  const styles = [
    'typo',
    'voice',
    'pinyin',
    'emoji',
    'cantonese',
    'sarcastic',
    'elderly',
    'lookalike',
    'angry',
    'long',
  ];
  const dialect = tags.some((tag) => tag.startsWith('dialect')) ? ['dialect'] : [];
  return [lang, length, ...dialect, ...tags.filter((tag) => styles.includes(tag))];
}

function scoreOf({ wanted, found, right }: Counts): KindScore {
  const recall = wanted === 0 ? 1 : right / wanted;
  const precision = found === 0 ? 1 : Math.min(right, found) / found;
  return {
    wanted,
    found,
    right,
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    recallInterval: exactInterval(right, wanted),
    precisionInterval: exactInterval(Math.min(right, found), found),
  };
}

/** The scores as a table for people. */
export function scoreTable({ total, passed, kinds }: MessageScores): string {
  const share = (value: number) => value.toFixed(3);
  const span = ([low, high]: readonly [number, number]) => `${share(low)}–${share(high)}`;
  const rows = Object.entries(kinds).map(
    ([name, score]) =>
      `${name.padEnd(26)}${String(score.wanted).padStart(5)}  R ${share(score.recall)} (${span(score.recallInterval)})  P ${share(score.precision)} (${span(score.precisionInterval)})  F1 ${share(score.f1)}`,
  );
  return [`passed ${String(passed)} / ${String(total)} = ${share(passed / total)}`, ...rows, ''].join('\n');
}
