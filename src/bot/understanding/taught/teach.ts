import { ACT, type Finding, type FindingKind } from '../../../domain/finding.ts';
import { classOf } from '../model/classes.ts';
import { isDenied } from '../model/opposites.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { isAddOnly } from './meanings.ts';
import { keyOf } from './phrase-key.ts';
import { readTaught, sameMatter, type TaughtReading } from './read-taught.ts';
import type { Taught } from './taught.types.ts';
import { wordsIn } from './word-index.ts';

/**
 * What rules and model found, corrected by what the hospital teaches: its phrases and patterns add and take the place of
 * what contradicts them, its blocked phrases take away. What may not be weakened (design law 3) is never taken away.
 */
export function teach(found: readonly Finding[], reading: RulesReading): readonly Finding[] {
  const { taught } = reading.context.lists;
  if (taught === undefined) return found;
  const told = readTaught(taught, reading);
  const kept = found.filter((finding) => isAddOnly(finding.kind) || !isReplaced(finding, told));
  const fresh = told.findings.filter(
    (finding) => !kept.some((other) => other.confidence >= ACT && sameMatter(finding, other)),
  );
  const rest = kept.filter((finding) => !fresh.some((other) => sameMatter(finding, other)));
  return withoutBlocked([...rest, ...fresh], taught, reading);
}

/** What hands a talk over, is recorded for the hospital to answer, or is agreed: kept beside whatever else a phrase means. */
const WEIGHTY: ReadonlySet<FindingKind> = new Set([
  'human',
  'threat',
  'beyond_authority',
  'medical_question',
  'wrong_number',
  'complaint',
  'contact_time',
]);

/** Said of the same words as something taught that rules it out, or beside a phrase that is the whole message. */
function isReplaced(finding: Finding, { findings, whole }: TaughtReading): boolean {
  if (findings.length === 0) return false;
  if (finding.kind === 'unreadable' || finding.kind === 'off_topic') return true;
  const guessed = isGuess(finding);
  if (whole && (guessed || !WEIGHTY.has(finding.kind))) return true;
  return findings.some((told) => {
    const contradicts = sameMatter(finding, told) || isDenied(finding.kind, new Set([told.kind]), {});
    return contradicts && (guessed || touches(finding, told.span));
  });
}

/** Read by the model alone, in the message as a whole. */
function isGuess({ evidence }: Finding): boolean {
  return evidence.startsWith('model.');
}

function touches({ span }: Finding, [start, end]: readonly [number, number]): boolean {
  return span[0] < end && start < span[1];
}

/** Takes away the meanings that the hospital denies to phrases of this message. */
function withoutBlocked(found: readonly Finding[], taught: Taught, { n, context }: RulesReading): readonly Finding[] {
  const { id, schema } = context.question;
  const blocks = wordsIn(taught.blocked, n.text).filter(
    ({ value: { at } }) => at === null || at.has(id) || at.has(schema),
  );
  if (blocks.length === 0) return found;
  const length = keyOf(n).length;
  return found.filter((finding) => {
    const meaning = classOf(finding);
    if (isAddOnly(finding.kind)) return true;
    return !blocks.some(({ start, end, value }) => {
      if (value.meaning !== meaning) return false;
      return isGuess(finding) ? end - start >= length : touches(finding, spanOf(n, start, end));
    });
  });
}
