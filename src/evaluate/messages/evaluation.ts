import type { TurnKit } from '../../bot/turn/kit.ts';
import { createUnderstanding, type MessageModels } from '../../bot/understanding/understand.ts';
import type { Understand, UnderstandContext } from '../../bot/understanding/understand.types.ts';
import type { Finding, FindingKind } from '../../domain/finding.ts';
import { counted, judge } from './check.ts';
import { messageContext } from './context.ts';
import type { EvaluationSets } from './corpus.ts';
import type { LabelledMessage } from './message.ts';
import { type MessageScores, type ReadMessage, scoreMessages } from './score.ts';

/** Meanings that a sentence of daily life must not be taken for. */
const HARD: readonly FindingKind[] = ['emergency', 'self_harm', 'deceased', 'opt_out', 'wrong_number', 'threat'];

/** What the understanding is worth on messages that it was not trained on. */
export interface Evaluation extends MessageScores {
  readonly neutral: { readonly sentences: number; readonly firesPer100000: Readonly<Record<string, number>> };
  /** How many pairs there are, and of how many both messages pass. */
  readonly contrast: { readonly pairs: number; readonly passed: number };
  /** Milliseconds a message, by a process that has read all of them: the best of three readings of each. */
  readonly latency: { readonly p50: number; readonly p99: number };
  /** Bands of certainty of all findings: how many, and which share of them was wanted (ratings and hard kinds). */
  readonly bands: Readonly<Record<string, { readonly findings: number; readonly right: number }>>;
  readonly classes: number;
}

/** Least acceptable figures: shares for kinds, the most fires per 100,000 for neutral sentences. */
export interface Floors {
  readonly passed: number;
  readonly recall: Readonly<Record<string, number>>;
  readonly precision: Readonly<Record<string, number>>;
  readonly neutral: Readonly<Record<string, number>>;
  /** Share of contrast pairs of which both messages pass. */
  readonly contrast: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 1000) / 1000;
}

/** Reads all messages once and scores them. */
export function evaluateUnderstanding(kit: TurnKit, models: MessageModels, sets: EvaluationSets): Evaluation {
  const contextOf = (message: LabelledMessage) =>
    messageContext(kit, { ...message, lang: kit.detectLanguage(message.text, message.lang) });
  const read = (message: LabelledMessage): ReadMessage => ({
    message,
    findings: kit.understand(message.text, contextOf(message)),
  });
  const labelled = sets.labelled.map(read);
  const neutral = sets.neutral.map(read);
  return {
    ...scoreMessages(labelled),
    contrast: pairsOf(sets.contrast.map(read)),
    neutral: { sentences: neutral.length, firesPer100000: firesPer100000(neutral) },
    latency: latencyOf(createUnderstanding(models), sets.labelled, contextOf),
    bands: bandsOf(labelled),
    classes: models.followUp.classes.length,
  };
}

/** What else the machine does meanwhile is not the message's: the best of so many readings counts. */
const READINGS = 3;

/** Each message read again, by an understanding that remembers none. */
function latencyOf(
  understand: Understand,
  messages: readonly LabelledMessage[],
  contextOf: (message: LabelledMessage) => UnderstandContext,
): Evaluation['latency'] {
  const times = messages.map((message) => {
    const context = contextOf(message);
    let best = Number.POSITIVE_INFINITY;
    for (let reading = 0; reading < READINGS; reading += 1) {
      const began = performance.now();
      understand(message.text, context);
      best = Math.min(best, performance.now() - began);
    }
    return best;
  });
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function pairsOf(read: readonly ReadMessage[]): Evaluation['contrast'] {
  const pairs = new Map<string, boolean>();
  for (const { message, findings } of read) {
    const { missing, harmful } = judge(message, findings);
    const name = message.pair ?? message.id;
    pairs.set(name, (pairs.get(name) ?? true) && missing.length + harmful.length === 0);
  }
  return { pairs: pairs.size, passed: [...pairs.values()].filter(Boolean).length };
}

/** How often a sentence of daily life was taken for something hard. */
export function firesPer100000(neutral: readonly ReadMessage[]): Readonly<Record<string, number>> {
  const share = (kind: FindingKind) =>
    neutral.filter(({ findings }) => counted(findings).some((finding) => finding.kind === kind)).length /
    Math.max(neutral.length, 1);
  return Object.fromEntries(HARD.map((kind) => [kind, Math.round(share(kind) * 100_000)]));
}

function bandsOf(read: readonly ReadMessage[]): Evaluation['bands'] {
  const bands: Record<string, { findings: number; right: number }> = {};
  for (const { message, findings } of read) {
    for (const finding of findings.filter((one) => one.kind === 'rating' || HARD.includes(one.kind))) {
      const name = bandOf(finding);
      const band = (bands[name] ??= { findings: 0, right: 0 });
      band.findings += 1;
      const grade = finding.kind === 'rating' ? finding.grade : undefined;
      if (message.want.some((want) => want.kind === finding.kind && (grade === undefined || want.grade === grade)))
        band.right += 1;
    }
  }
  return bands;
}

function bandOf({ confidence }: Finding): string {
  if (confidence >= 0.9) return 'acts, ≥ 0.90';
  return confidence >= 0.8 ? 'acts, 0.80–0.90' : 'asks, < 0.80';
}

/** Every figure that lies under its floor, as a sentence. */
export function faultsOf(evaluation: Evaluation, floors: Floors): readonly string[] {
  const faults: string[] = [];
  const least = (what: string, value: number, floor: number) => {
    if (value < floor) faults.push(`${what}: ${value.toFixed(3)} — allowed: at least ${floor.toFixed(3)}`);
  };
  least('passed', evaluation.passed / Math.max(evaluation.total, 1), floors.passed);
  least('contrast pairs', evaluation.contrast.passed / Math.max(evaluation.contrast.pairs, 1), floors.contrast);
  for (const [kind, floor] of Object.entries(floors.recall))
    least(`recall of ${kind}`, evaluation.kinds[kind]?.recall ?? 0, floor);
  for (const [kind, floor] of Object.entries(floors.precision))
    least(`precision of ${kind}`, evaluation.kinds[kind]?.precision ?? 0, floor);
  for (const [kind, most] of Object.entries(floors.neutral)) {
    const found = evaluation.neutral.firesPer100000[kind] ?? 0;
    if (found > most) faults.push(`${kind} in neutral sentences: ${String(found)} — allowed: at most ${String(most)}`);
  }
  return faults;
}
