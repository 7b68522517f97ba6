import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HuifangError } from '../../domain/errors.ts';

/** A complaint and the generic specialties that see to it, best first; none = no trouble is told. */
export interface TriageSeed {
  readonly text: string;
  readonly specialties: readonly string[];
}

/** Everything that trains the triage. */
export interface TriageCorpus {
  /** Messages by author. */
  readonly authors: ReadonlyMap<string, readonly TriageSeed[]>;
  /** Single symptoms and illnesses. */
  readonly terms: readonly TriageSeed[];
  /** Sentences of daily life and answers to a follow-up, which tell no trouble. */
  readonly harmless: readonly string[];
}

/** Meanings of bot/understanding's seeds that never go with a trouble told to be seen to. */
const HARMLESS: ReadonlySet<string> = new Set([
  'hospital_question',
  'rating',
  'praise',
  'thanks',
  'agree',
  'decline',
  'available',
  'farewell',
  'suggestion',
  'human',
  'who_are_you',
]);
/** Every so many of them: enough to know the kind, few enough to train in seconds. */
const EVERY = 4;
/** What names a body or an illness may tell a trouble after all. */
const BODILY =
  /[疼痛痒肿烧咳喘晕吐血病伤瘤癌炎孕胎肚胃心腰腿脚眼耳鼻牙皮]|发热|失眠|睡不|月经|怀|检查|复查|科|药|宝宝|孩子|\b(?:pain|sick|ill|hurt|fever|doctor)/;

/** Reads corpus/triage/ and, beside it, the harmless part of the other seeds. */
export function readTriageCorpus(corpus: string): TriageCorpus {
  const folder = join(corpus, 'triage');
  const seeds = join(folder, 'seeds');
  const names = readdirSync(seeds).sort();
  const authors = new Map(
    names.map((name) => [name.replace('.jsonl', ''), linesOf(join(seeds, name)) as TriageSeed[]]),
  );
  return { authors, terms: linesOf(join(folder, 'terms.jsonl')) as TriageSeed[], harmless: harmlessOf(corpus) };
}

function harmlessOf(corpus: string): readonly string[] {
  const neutral = linesOf(join(corpus, 'neutral/training.jsonl')) as { text: string }[];
  const folder = join(corpus, 'seeds');
  const messages = readdirSync(folder)
    .sort()
    .flatMap((name) => linesOf(join(folder, name)) as { text: string; want: (string | { kind: string })[] }[])
    .filter(
      ({ text, want }) =>
        want.length > 0 &&
        want.every((each) => HARMLESS.has(typeof each === 'string' ? each : each.kind)) &&
        (!BODILY.test(text) || want.includes('hospital_question')),
    );
  return [
    ...neutral,
    ...messages.filter(({ want }, index) => want.includes('hospital_question') || index % EVERY === 0),
  ]
    .map(({ text }) => text)
    .filter(harmless);
}

/** Questions of the hospital may name a body part; a sentence of daily life that does is left out. */
function harmless(text: string): boolean {
  return !BODILY.test(text) || /多少钱|几点|几楼|在哪|怎么走|报销|预约|电话|发票|复印/.test(text);
}

function linesOf(file: string): readonly unknown[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch (error) {
    throw new HuifangError('FILE_UNREADABLE', [`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
