import { countSegments } from '../../channels/segments.ts';
import type { Named } from '../../domain/appointment.ts';
import type { PhraseRef, PhraseVar } from '../../domain/effect.ts';
import type { Language } from '../../domain/language.ts';
import type { StayFacts } from '../../domain/patient.ts';
import { GRADES, type Grade } from '../../domain/vocabulary.ts';
import type { PhraseBook } from './book.ts';
import { dayInWords, daysInWords } from './day-words.ts';
import { joinParts } from './join.ts';
import { questionOfKey, wordingOf } from './lookup.ts';
import { nameShown } from './patient-name.ts';
import { fill } from './template.ts';
import { timeInWords } from './time-words.ts';

/** What a message is rendered with, besides its parts. */
export interface RenderContext {
  readonly book: PhraseBook;
  readonly language: Language;
  /** Epoch ms; times are put into words as seen from here ("明天上午10点"). */
  readonly now: number;
  readonly zone: string;
  /** Whose name `{name}` is; null for someone who is not known. */
  readonly stay: Pick<StayFacts, 'patientName' | 'gender'> | null;
}

/** A message ready for the outbox. */
export interface Rendered {
  readonly text: string;
  /** Phrase keys in order; channels that only send templates need them. */
  readonly keys: readonly string[];
  /** Answers to offer as buttons where the channel has them; what a tap sends is understood like a typed answer. */
  readonly options: readonly string[];
}

const RATING_GRADES = ['satisfied', 'mostly_satisfied', 'dissatisfied'] as const satisfies readonly Grade[];

/** `1 满意`, `2 基本满意`, `3 不满意`. */
function ratingOptions(book: PhraseBook, language: Language): string[] {
  return RATING_GRADES.map((grade, index) => `${String(index + 1)} ${book.grades[grade][language]}`);
}

function isGrade(word: string): word is Grade {
  return (GRADES as readonly string[]).includes(word);
}

function varInWords(value: PhraseVar, context: RenderContext): string {
  const { book, language } = context;
  if (typeof value === 'string') return value;
  if ('instant' in value) return timeInWords(value.instant, context.now, context.zone, language);
  if ('names' in value) return namesInWords(value.names, language, '、');
  if ('place' in value) return namesInWords(value.place, language, ' ');
  if ('day' in value) return dayInWords(value.day, value.half, context);
  if ('days' in value) return daysInWords(value.days, context);
  if ('grade' in value) {
    if (!isGrade(value.grade)) throw new Error(`no grade ${value.grade}`);
    return book.grades[value.grade][language];
  }
  const question = book.questions.find(({ id }) => id === value.question);
  if (question === undefined) throw new Error(`no question ${value.question}`);
  return question.topic[language];
}

function namesInWords(names: readonly Named[], language: Language, between: string): string {
  if (language === 'en') return names.map(({ name, nameEn }) => nameEn ?? name).join(', ');
  return names.map(({ name }) => name).join(between);
}

function hospitalWord(book: PhraseBook, hole: string, language: Language): string | undefined {
  const words: Partial<Record<string, PhraseBook['hospital'][keyof PhraseBook['hospital']]>> = book.hospital;
  return Object.hasOwn(words, hole) ? words[hole]?.[language] : undefined;
}

function renderPart(part: PhraseRef, context: RenderContext): string {
  const { book, language, stay } = context;
  const wording = wordingOf(book, part.key);
  if (wording === undefined) throw new Error(`no phrase ${part.key}`);
  return fill(wording[language], (hole) => {
    const own = part.vars?.[hole];
    if (own !== undefined) return varInWords(own, context);
    if (hole === 'name' && stay !== null) return nameShown(stay.patientName, stay.gender, book.nameStyle, language);
    const word = hospitalWord(book, hole, language);
    if (word === undefined) throw new Error(`phrase ${part.key}: nothing for {${hole}}`);
    return word;
  });
}

const RIGHT: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['对', '不对'],
  'zh-TW': ['對', '不對'],
  en: ['yes', 'no'],
};
const WANTED: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['好的', '不用了'],
  'zh-TW': ['好的', '不用了'],
  en: ['yes', 'no'],
};
/** Questions that yes or no answers. */
const ANSWERS: Readonly<Record<string, typeof RIGHT | undefined>> = {
  confirmAppointment: RIGHT,
  confirmChange: RIGHT,
  confirmAgain: RIGHT,
  suggestDepartment: WANTED,
  suggestDepartments: WANTED,
  offerAgain: WANTED,
};

function optionsFor(parts: readonly PhraseRef[], context: RenderContext): string[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  if (last.options !== undefined) return [...last.options];
  const pair = ANSWERS[last.key];
  if (pair !== undefined) return [...pair[context.language]];
  const rates = last.key === 'askGrade' || questionOfKey(context.book, last.key)?.type === 'rating';
  return rates ? ratingOptions(context.book, context.language) : [];
}

const MAX_SEGMENTS = 2;

interface Part {
  readonly key: string;
  readonly text: string;
}

/**
 * Leaves out the weaker of two acknowledgements (they come weightiest first) when the message would need a third SMS
 * segment; what was recorded stays recorded. One acknowledgement and the ending always stay. An answer of the knowledge
 * base is as long as it is: beside it nothing is left out.
 */
function makeRoom(parts: readonly Part[], language: Language): readonly Part[] {
  if (parts.length <= 2 || parts.some(({ key }) => key === 'answer')) return parts;
  const { segments } = countSegments(
    joinParts(
      parts.map(({ text }) => text),
      language,
    ),
  );
  return segments <= MAX_SEGMENTS ? parts : makeRoom([...parts.slice(0, -2), ...parts.slice(-1)], language);
}

/**
 * Puts the parts of one message into words. Parts come from the flow; a key that is not in the book, or a placeholder
 * nobody gives a value for, is a bug and throws (the book itself was checked when it was loaded).
 */
export function render(parts: readonly PhraseRef[], context: RenderContext): Rendered {
  const all = parts.map((part) => ({ key: part.key, text: renderPart(part, context) }));
  const kept = makeRoom(all, context.language);
  return {
    text: joinParts(
      kept.map(({ text }) => text),
      context.language,
    ),
    keys: kept.map(({ key }) => key),
    options: optionsFor(parts, context),
  };
}
