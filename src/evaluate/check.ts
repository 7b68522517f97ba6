import type { Answer } from '../domain/vocabulary.ts';
import { type Expectation, patternOf } from './dialogue.ts';

/** What a played dialogue came to. */
export interface Got {
  readonly state: string;
  readonly outcome: string | null;
  readonly respondent: string | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly registers: readonly string[];
  readonly handoff: { readonly reason: string; readonly priority: string } | null;
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  readonly resumeAt: string | null;
  /** Index 0 = the opening, i + 1 = all that was sent in answer to turn i, joined by newline. */
  readonly replies: readonly string[];
  readonly sent: number;
}

type Check = (expected: Expectation, got: Got) => readonly string[];

const matches = (source: string, text: string) => patternOf(source).test(text);
const show = (value: unknown) => JSON.stringify(value);

function plain(key: 'state' | 'outcome' | 'respondent'): Check {
  return (expected, got) =>
    expected[key] === undefined || expected[key] === got[key]
      ? []
      : [`${key}: expected ${show(expected[key])}, got ${show(got[key])}`];
}

const answers: Check = (expected, got) =>
  Object.entries(expected.answers ?? {}).flatMap(([question, want]) => {
    const have = got.answers[question];
    if (want === null) return have === undefined ? [] : [`answers.${question}: expected none, got ${show(have)}`];
    const grade = typeof want === 'string' ? want : want.grade;
    if (have?.grade !== grade) return [`answers.${question}: expected ${grade}, got ${show(have ?? null)}`];
    const reason = typeof want === 'string' ? undefined : want.reason;
    if (reason === undefined || matches(reason, have.reason ?? '')) return [];
    return [`answers.${question}.reason: expected /${reason}/, got ${show(have.reason ?? null)}`];
  });

const registers: Check = (expected, got) => {
  if (expected.registers === undefined) return [];
  const [want, have] = [[...expected.registers].sort(), [...got.registers].sort()];
  return show(want) === show(have) ? [] : [`registers: expected ${show(want)}, got ${show(have)}`];
};

const handoff: Check = (expected, got) => {
  const want = expected.handoff;
  if (want === undefined) return [];
  const fits =
    want === null
      ? got.handoff === null
      : got.handoff !== null &&
        (want.reason === undefined || want.reason === got.handoff.reason) &&
        (want.priority === undefined || want.priority === got.handoff.priority);
  return fits ? [] : [`handoff: expected ${show(want)}, got ${show(got.handoff)}`];
};

/** Phone numbers are the same whether or not the country code stands before them. */
function lastDigits(phone: unknown): string | undefined {
  return typeof phone === 'string' ? phone.slice(-11) : undefined;
}

function sameField(key: string, want: unknown, have: unknown): boolean {
  return key === 'phone' ? lastDigits(want) === lastDigits(have) : want === have;
}

const requests: Check = (expected, got) => {
  if (expected.requests === undefined) return [];
  if (expected.requests.length === 0)
    return got.requests.length === 0 ? [] : [`requests: expected none, got ${show(got.requests)}`];
  return expected.requests
    .filter(
      (want) =>
        !got.requests.some((have) => Object.entries(want).every(([key, value]) => sameField(key, value, have[key]))),
    )
    .map((want) => `requests: none like ${show(want)} in ${show(got.requests)}`);
};

const resumeAt: Check = (expected, got) => {
  const want = expected.resumeAt;
  if (want === undefined) return [];
  if (want === null) return got.resumeAt === null ? [] : [`resumeAt: expected none, got ${got.resumeAt}`];
  const { from, to } = typeof want === 'string' ? { from: want, to: want } : want;
  const have = got.resumeAt === null ? Number.NaN : Date.parse(got.resumeAt);
  return have >= Date.parse(from) && have <= Date.parse(to)
    ? []
    : [`resumeAt: expected ${show(want)}, got ${show(got.resumeAt)}`];
};

const replies: Check = (expected, got) =>
  (expected.replies ?? []).flatMap(({ after, match = [], never = [] }) => {
    const text = got.replies[after + 1] ?? '';
    return [
      ...match
        .filter((source) => !matches(source, text))
        .map((source) => `replies[${String(after)}]: no /${source}/ in ${show(text)}`),
      ...never
        .filter((source) => matches(source, text))
        .map((source) => `replies[${String(after)}]: has /${source}/: ${show(text)}`),
    ];
  });

const never: Check = (expected, got) =>
  (expected.never ?? [])
    .filter((source) => got.replies.some((text) => matches(source, text)))
    .map((source) => `never: a message has /${source}/`);

const sent: Check = (expected, got) => {
  const want = expected.sent;
  if (want === undefined) return [];
  const fits = typeof want === 'number' ? got.sent === want : got.sent <= want.max;
  return fits ? [] : [`sent: expected ${show(want)}, got ${String(got.sent)}`];
};

const CHECKS: readonly Check[] = [
  plain('state'),
  plain('outcome'),
  plain('respondent'),
  answers,
  registers,
  handoff,
  requests,
  resumeAt,
  replies,
  never,
  sent,
];

/** Compares only the keys that the expectation names; each difference is one line. */
export function checkDialogue(expected: Expectation, got: Got): readonly string[] {
  return CHECKS.flatMap((check) => check(expected, got));
}
