import type { Finding } from '../../../domain/finding.ts';
import { isLegal } from '../model/classes.ts';
import { findingFor } from '../model/reading.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import type { Meaning } from './meanings.ts';
import { findPatterns } from './patterns.ts';
import type { Saying, Taught } from './taught.types.ts';

/** As sure as a rule: somebody of the hospital has decided it. */
const TAUGHT = 0.9;
/** No doubt by the model: `findingFor` asks for its score. */
const CLEAR = 1;

/** What taught phrases and patterns say in a message. */
export interface TaughtReading {
  readonly findings: readonly Finding[];
  /** A phrase is the whole message: nothing needs to be guessed about it. */
  readonly whole: boolean;
}

/** Reads phrases, as a whole message or as clauses of it, and patterns. Red flags are read with the others (safety.ts). */
export function readTaught(taught: Taught, reading: RulesReading): TaughtReading {
  const findings: Finding[] = [];
  const add = (meaning: Meaning, place: Place): boolean => {
    const finding = findingAt(meaning, place, reading);
    if (finding === null || findings.some((other) => sameMatter(finding, other))) return false;
    findings.push(finding);
    return true;
  };
  let whole = false;
  for (const run of runsOf(taught, reading)) {
    const sayings = run.sayings.filter((saying) => holdsAt(saying, reading));
    for (const { meaning } of sayings) if (add(meaning, run)) whole ||= run.whole;
  }
  const { schema } = reading.context.question;
  for (const hit of findPatterns(taught.patterns, reading.n)) if (isLegal(hit.meaning, schema)) add(hit.meaning, hit);
  return { findings, whole };
}

/** A message says each kind once, of ratings each question's. */
export function sameMatter(one: Finding, other: Finding): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind !== 'rating' || other.kind !== 'rating' || one.question === other.question;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Run extends Place {
  readonly sayings: readonly Saying[];
  readonly whole: boolean;
}

/** Clauses that, taken together, are an added phrase; the longest runs first. */
function runsOf(taught: Taught, { n: { clauses } }: RulesReading): readonly Run[] {
  const runs: Run[] = [];
  for (const [first, { start }] of clauses.entries()) {
    let key = '';
    for (const { end, text } of clauses.slice(first, first + taught.longest)) {
      key += text;
      const sayings = taught.phrases.get(key);
      const whole = first === 0 && end === clauses.at(-1)?.end;
      if (sayings !== undefined) runs.push({ start, end, sayings, whole });
    }
  }
  return runs.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** At the questions that the entry names, else wherever the meaning can be an answer. */
function holdsAt({ meaning, at }: Saying, { context: { question } }: RulesReading): boolean {
  return at === null ? isLegal(meaning, question.schema) : at.has(question.id) || at.has(question.schema);
}

function findingAt(meaning: Meaning, place: Place, reading: RulesReading): Finding | null {
  const finding = findingFor(meaning, { score: CLEAR, scores: {} }, reading);
  if (finding === null) return null;
  const span = spanOf(reading.n, place.start, place.end);
  return { ...finding, span, confidence: TAUGHT, evidence: `taught.${meaning}` };
}
