import type { TurnKit } from '../../bot/turn/kit.ts';
import { isAddOnly, MEANINGS, type Meaning } from '../../bot/understanding/taught/meanings.ts';
import type { Finding } from '../../domain/finding.ts';
import { judge } from './check.ts';
import { messageContext } from './context.ts';
import type { EvaluationSets } from './corpus.ts';
import { firesPer100000 } from './evaluation.ts';
import type { LabelledMessage } from './message.ts';
import { type MessageScores, type ReadMessage, scoreMessages } from './score.ts';

/** The understanding of one kit on the evaluation sets. */
interface Side extends MessageScores {
  readonly firesPer100000: Readonly<Record<string, number>>;
}

/** A message that was understood before and is not any more. */
export interface TurnedWrong {
  readonly message: LabelledMessage;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly turnedWrong: readonly TurnedWrong[];
  readonly turnedRight: number;
  /** Every figure that fell, as a sentence; empty: nothing did. */
  readonly falls: readonly string[];
}

/** Rounding is no fall. */
const SAME = 1e-9;

/** Reads the same messages with both kits and says what changed. Takes seconds. */
export function compareUnderstanding(
  before: TurnKit,
  after: TurnKit,
  sets: Pick<EvaluationSets, 'labelled' | 'neutral'>,
): Comparison {
  const [old, fresh] = [before, after].map((kit) => sets.labelled.map((message) => readWith(kit, message)));
  const [oldNeutral, freshNeutral] = [before, after].map((kit) =>
    firesPer100000(sets.neutral.map((message) => readWith(kit, message))),
  );
  const sides = {
    before: { ...scoreMessages(old ?? []), firesPer100000: oldNeutral ?? {} },
    after: { ...scoreMessages(fresh ?? []), firesPer100000: freshNeutral ?? {} },
  };
  const pairs = (old ?? []).map((one, index) => ({
    message: one.message,
    before: one.findings,
    after: fresh?.[index]?.findings ?? [],
  }));
  const passes = (message: LabelledMessage, findings: readonly Finding[]): boolean => {
    const { missing, harmful } = judge(message, findings);
    return missing.length + harmful.length === 0;
  };
  const changed = pairs.filter((pair) => passes(pair.message, pair.before) !== passes(pair.message, pair.after));
  const turnedWrong = changed.filter(({ message, after: now }) => !passes(message, now));
  return { ...sides, turnedWrong, turnedRight: changed.length - turnedWrong.length, falls: fallsOf(sides) };
}

function readWith(kit: TurnKit, message: LabelledMessage): ReadMessage {
  const lang = kit.detectLanguage(message.text, message.lang);
  return { message, findings: kit.understand(message.text, messageContext(kit, { ...message, lang })) };
}

/**
 * Fewer messages passed; a meaning read worse as a whole (F1); of what keeps people safe already a miss or a false alarm
 * more, in the labelled messages or in daily life.
 */
function fallsOf({ before, after }: { before: Side; after: Side }): readonly string[] {
  const falls: string[] = [];
  const fell = (what: string, was: number, is: number): void => {
    if (is < was - SAME) falls.push(`${what}: ${was.toFixed(4)} → ${is.toFixed(4)}`);
  };
  if (after.passed < before.passed)
    falls.push(`messages understood: ${before.passed} → ${after.passed} of ${before.total}`);
  for (const meaning of MEANINGS) {
    const [was, is] = [before.kinds[meaning], after.kinds[meaning]];
    if (was === undefined || is === undefined) continue;
    if (isAddOnly(meaning)) {
      fell(`recall of ${meaning}`, was.recall, is.recall);
      fell(`precision of ${meaning}`, was.precision, is.precision);
    } else fell(`F1 of ${meaning}`, was.f1, is.f1);
  }
  for (const [kind, fires] of Object.entries(after.firesPer100000)) {
    const was = before.firesPer100000[kind] ?? 0;
    if (fires > was) falls.push(`${kind} in 100,000 sentences of daily life: ${was} → ${fires}`);
  }
  return falls;
}

/** Meanings whose recall or precision changed. */
export function changedMeanings({ before, after }: Comparison): readonly Meaning[] {
  return MEANINGS.filter((meaning) => {
    const [was, is] = [before.kinds[meaning], after.kinds[meaning]];
    return was?.recall !== is?.recall || was?.precision !== is?.precision;
  });
}
