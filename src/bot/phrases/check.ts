import { countSegments } from '../../channels/segments.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { HOSPITAL_PLACEHOLDERS, type InLanguages, type PhraseBook } from './book.ts';
import { lengthFaults } from './check-length.ts';
import { BEFORE_IDENTITY_KEYS, FORBIDDEN_BEFORE_IDENTITY, FORBIDDEN_IN_GRIEF, GRIEF_KEYS } from './forbidden.lists.ts';
import { forbiddenIn, hitOf } from './forbidden.ts';
import { PHRASES, type PhraseSpec } from './registry.ts';
import { holesOf } from './template.ts';

/** One wording with the path it has in flows.config.json and what the registry says of it. */
interface Entry {
  readonly path: string;
  readonly key: string;
  readonly wording: Partial<InLanguages>;
  readonly spec: PhraseSpec;
}

/** The words of a hospital, perhaps not all of them there yet. */
export interface Wordings {
  readonly phrases: Readonly<Record<string, Partial<InLanguages> | undefined>>;
  readonly questions: readonly { readonly [Part in 'ask' | 'simpler' | 'topic']?: Partial<InLanguages> }[];
}

const SPECS: Readonly<Record<string, PhraseSpec>> = PHRASES;
const QUESTION_SPEC: PhraseSpec = { kind: 'ask', placeholders: [], meaning: 'a question' };

function entriesOf(wordings: Wordings): Entry[] {
  const phrases = Object.entries(SPECS).map(([key, spec]) => ({
    path: `phrases.${key}`,
    key,
    wording: wordings.phrases[key] ?? {},
    spec,
  }));
  const questions = wordings.questions.flatMap((question, index) =>
    (['ask', 'simpler', 'topic'] as const).map((part) => ({
      path: `followup.questions[${String(index)}].${part}`,
      key: part,
      wording: question[part] ?? {},
      spec: QUESTION_SPEC,
    })),
  );
  return [...phrases, ...questions];
}

/** A placeholder marked `?` may be left out; every other one must stand in the wording. */
function placeholdersOf(spec: PhraseSpec): {
  readonly required: readonly string[];
  readonly known: ReadonlySet<string>;
} {
  const own = spec.placeholders.map((name) => name.replace('?', ''));
  return {
    required: spec.placeholders.filter((name) => !name.endsWith('?')),
    known: new Set([...own, ...HOSPITAL_PLACEHOLDERS]),
  };
}

function placeholderFaults(path: string, text: string, spec: PhraseSpec): string[] {
  const { required, known } = placeholdersOf(spec);
  const holes = holesOf(text);
  const list = [...known].map((name) => `{${name}}`).join(' ');
  return [
    ...required
      .filter((name) => !holes.includes(name))
      .map((name) => `${path}: {${name}} is missing — allowed: a wording with it`),
    ...holes
      .filter((hole) => !known.has(hole))
      .map((hole) => `${path}: unknown placeholder {${hole}} — allowed: ${list}`),
  ];
}

function wordingFaults(path: string, key: string, text: string): string[] {
  const inContext = [
    (GRIEF_KEYS as readonly string[]).includes(key) ? hitOf(text, FORBIDDEN_IN_GRIEF) : undefined,
    (BEFORE_IDENTITY_KEYS as readonly string[]).includes(key) ? hitOf(text, FORBIDDEN_BEFORE_IDENTITY) : undefined,
  ].filter((hit) => hit !== undefined);
  return [...forbiddenIn(text), ...inContext].map(
    (hit) => `${path}: "${hit.wording}" — allowed: other words (${hit.reason})`,
  );
}

/** English is sent as GSM-7; one curly quote would halve the room (channels.md 2.8). */
function alphabetFaults(path: string, text: string, language: Language): string[] {
  if (language !== 'en') return [];
  const foreign = [...new Set(Array.from(text))].filter((character) => countSegments(character).encoding === 'UCS-2');
  return foreign.map((character) => `${path}: "${character}" — allowed: characters of the GSM-7 alphabet`);
}

function entryFaults(entry: Entry): string[] {
  return LANGUAGES.flatMap((language) => {
    const path = `${entry.path}.${language}`;
    const text = entry.wording[language];
    if (text === undefined || text.trim() === '') return [`${path}: missing — allowed: some text`];
    return [
      ...placeholderFaults(path, text, entry.spec),
      ...wordingFaults(path, entry.key, text),
      ...alphabetFaults(path, text, language),
    ];
  });
}

/**
 * What is wrong with the wordings as such, one line each as `path: value — allowed: …`: missing and unknown phrases,
 * languages and placeholders, and wordings of handbook section 5.
 */
export function wordingFaultsIn(wordings: Wordings): string[] {
  const unknown = Object.keys(wordings.phrases)
    .filter((key) => !Object.hasOwn(SPECS, key))
    .map((key) => `phrases.${key}: unknown setting — allowed: nothing of this name`);
  return [...unknown, ...entriesOf(wordings).flatMap(entryFaults)];
}

/** Everything that is wrong with a phrase book; the length of its messages is counted once the rest is right. */
export function checkPhrases(book: PhraseBook): string[] {
  const faults = wordingFaultsIn(book);
  return faults.length > 0 ? faults : lengthFaults(book);
}
