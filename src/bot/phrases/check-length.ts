import { countSegments } from '../../channels/segments.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import type { PhraseBook } from './book.ts';
import { meetingAcks, STANDS_ALONE } from './combinations.ts';
import { joinParts } from './join.ts';
import { wordingOf } from './lookup.ts';
import { PHRASES, type PhraseKey } from './registry.ts';
import { longestValues } from './sample.ts';
import { fill } from './template.ts';

/** Two segments: 134 UCS-2 units or 306 GSM-7 septets; what a patient's old phone shows as one message. */
const MAX_SEGMENTS = 2;

const KEYS = Object.keys(PHRASES) as PhraseKey[];
const keysOf = (kind: 'ack' | 'ask' | 'message') => KEYS.filter((key) => PHRASES[key].kind === kind);

/** Wording of a key with the longest values in its holes. */
function longForms(book: PhraseBook, language: Language): (key: string) => string {
  const values = longestValues(book, language);
  const words = new Map<string, string>();
  const hospital: Readonly<Record<string, Readonly<Record<Language, string>>>> = book.hospital;
  return (key) => {
    const known = words.get(key);
    if (known !== undefined) return known;
    const wording = wordingOf(book, key)?.[language] ?? '';
    const text = fill(wording, (hole) => values[hole] ?? hospital[hole]?.[language] ?? '');
    words.set(key, text);
    return text;
  };
}

/** What may end a message that opens with an acknowledgement: the questions, and most messages. */
function endings(book: PhraseBook): string[] {
  const questions = book.questions.flatMap(({ id }) => [`question.${id}.ask`, `question.${id}.simpler`]);
  const own = [...keysOf('ask'), ...keysOf('message')].filter((key) => !STANDS_ALONE.includes(key));
  return [...own, ...questions];
}

/** Every combination of parts that the flow can send. */
function combinations(book: PhraseBook): string[][] {
  const last = endings(book);
  return [
    ...keysOf('message').map((key) => [key]),
    ...last.map((key) => [key]),
    ...keysOf('ack').flatMap((ack) => last.map((key) => [ack, key])),
    ...meetingAcks().flatMap((acks) => last.map((key) => [...acks, key])),
  ];
}

function pathOf(book: PhraseBook, key: string): string {
  const [, id, part] = /^question\.([^.]+)\.(ask|simpler)$/.exec(key) ?? [];
  if (id === undefined || part === undefined) return `phrases.${key}`;
  return `followup.questions[${String(book.questions.findIndex((question) => question.id === id))}].${part}`;
}

/** Messages that need more than two segments with long values; a combination is only named where each of its parts fits. */
export function lengthFaults(book: PhraseBook): string[] {
  return LANGUAGES.flatMap((language) => {
    const words = longForms(book, language);
    const faulty: string[][] = [];
    return combinations(book).flatMap((keys) => {
      const { encoding, units, segments } = countSegments(joinParts(keys.map(words), language));
      if (segments <= MAX_SEGMENTS) return [];
      if (faulty.some((known) => known.every((key) => keys.includes(key)))) return [];
      faulty.push(keys);
      const paths = keys.map((key) => `${pathOf(book, key)}.${language}`).join(' + ');
      const limit = encoding === 'GSM-7' ? '306 septets' : '134 units';
      return [
        `${paths}: ${String(units)} units in ${String(segments)} SMS segments — allowed: ${String(MAX_SEGMENTS)} segments (${limit})`,
      ];
    });
  });
}
