import { readFileSync } from 'node:fs';
import type { Triage, TriageResult } from '../../bot/knowledge/triage/index.ts';
import { HuifangError } from '../../domain/errors.ts';

/** A complaint as somebody labelled it for one hospital. */
export interface TriageCase {
  readonly text: string;
  /** Departments that are right in the first place; none = no trouble is told. */
  readonly departments: readonly string[];
  /** Those that are no fault behind it. */
  readonly also: readonly string[];
}

interface Share {
  readonly right: number;
  readonly all: number;
}

export interface TriageFigures {
  readonly first: Share;
  readonly inThree: Share;
  /** Troubles that were seen to be some; and what is no trouble, but was taken for one. */
  readonly told: Share;
  readonly falselyTold: Share;
  /** Of those called sure. */
  readonly sureRight: Share;
  /** How many of the troubles are called sure. */
  readonly sure: Share;
  readonly perDepartment: Readonly<
    Record<string, { readonly first: number; readonly inThree: number; readonly all: number }>
  >;
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly wrong: readonly WrongCase[];
}

/** What went wrong, for a person to read. */
interface WrongCase {
  readonly text: string;
  readonly want: readonly string[];
  readonly got: readonly string[];
  readonly sure: boolean;
}

/** Reads cases, one JSON object a line: {"text","departments":[…],"also":[…]}. */
export function readTriageCases(file: string): readonly TriageCase[] {
  let lines: readonly string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new HuifangError('FILE_UNREADABLE', [`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [caseOf(line, `${file}:${String(index + 1)}`)]));
}

function caseOf(line: string, where: string): TriageCase {
  try {
    const { text, departments, also = [] } = JSON.parse(line) as Partial<TriageCase>;
    if (typeof text === 'string' && Array.isArray(departments) && Array.isArray(also))
      return { text, departments, also };
  } catch {
    // Told below, with its place.
  }
  throw new HuifangError('BAD_REQUEST', [`${where}: wants {"text": "…", "departments": ["…"]}`]);
}

interface Read {
  readonly item: TriageCase;
  readonly found: TriageResult;
  readonly ms: number;
}

/** Measures the triage on cases. */
export function measureTriage(triage: Triage, cases: readonly TriageCase[]): TriageFigures {
  const read = cases.map((item): Read => {
    const began = performance.now();
    const found = triage(item.text);
    return { item, found, ms: performance.now() - began };
  });
  const troubles = read.filter(({ item }) => item.departments.length > 0);
  const others = read.filter(({ item }) => item.departments.length === 0);
  const sure = troubles.filter(({ found }) => found.sure);
  const sorted = read.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    first: share(troubles, firstRight),
    inThree: share(troubles, inThree),
    told: share(troubles, ({ found }) => found.tellsTrouble),
    falselyTold: share(others, ({ found }) => found.tellsTrouble),
    sureRight: share(sure, firstRight),
    sure: share(troubles, ({ found }) => found.sure),
    perDepartment: perDepartment(troubles),
    latency: { p50: at(0.5), p99: at(0.99) },
    wrong: [...troubles.filter((each) => !firstRight(each)), ...others.filter(({ found }) => found.tellsTrouble)].map(
      wrongOf,
    ),
  };
}

function firstRight({ item, found }: Read): boolean {
  const [first] = found.suggestions;
  return first !== undefined && item.departments.includes(first.department);
}

function inThree({ item, found }: Read): boolean {
  return found.suggestions.some(({ department }) => item.departments.includes(department));
}

function share(cases: readonly Read[], is: (each: Read) => boolean): Share {
  return { right: cases.filter(is).length, all: cases.length };
}

function perDepartment(troubles: readonly Read[]): TriageFigures['perDepartment'] {
  const ids = [...new Set(troubles.map(({ item }) => item.departments[0] ?? ''))].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const own = troubles.filter(({ item }) => item.departments[0] === id);
      return [id, { first: share(own, firstRight).right, inThree: share(own, inThree).right, all: own.length }];
    }),
  );
}

function wrongOf({ item, found }: Read): WrongCase {
  const got = found.suggestions.map(({ department, score }) => `${department} ${score.toFixed(2)}`);
  return { text: item.text, want: item.departments, got, sure: found.sure };
}
