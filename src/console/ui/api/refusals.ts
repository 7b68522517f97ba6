import type { Language } from '../../../domain/language.ts';
import { faultWords, fieldWords, type SayDetail } from '../language/fault-words.ts';
import { wordsIn } from '../language/words.ts';
import { words } from '../words/errors.ts';
import { words as detailWords } from '../words/refusals.ts';

type Known = keyof (typeof words)['en'];
type Details = readonly string[];
type Values = Readonly<Record<string, string | number>>;

function isKnown(code: string): code is Known {
  return Object.hasOwn(words.en, code);
}

const FIELDS: ReadonlySet<string> = new Set(Object.keys(detailWords.en));
const numbersIn = (details: Details): readonly number[] => (details.join(' ').match(/\d+/gu) ?? []).map(Number);
const size = (details: Details) => Math.floor((numbersIn(details)[0] ?? 0) / 1024 / 1024);
const minutes = (details: Details): Values => ({ minutes: Math.max(1, Math.ceil((numbersIn(details)[0] ?? 60) / 60)) });

/** What of the details stands in the sentence itself. */
const IN_SENTENCE: Readonly<Partial<Record<Known, (details: Details, colleague: string) => Values>>> = {
  ALREADY_TAKEN: ([name], colleague) => ({ name: name ?? colleague }),
  NOT_OWNER: ([name], colleague) => ({ name: name ?? colleague }),
  REGISTER_NAMED: ([name = '']) => ({ name }),
  SIGN_IN_LOCKED: minutes,
  SIGN_IN_TOO_FAST: minutes,
  ATTACHMENT_FULL: (details) => ({ files: numbersIn(details)[0] ?? '', size: numbersIn(details)[1] ?? '' }),
};

/** What follows it, a line each. What is not here is said by the sentence alone. */
const LINES: Readonly<Partial<Record<Known, (details: Details, say: SayDetail, language: Language) => Details>>> = {
  BAD_REQUEST: (details, say) =>
    fields(
      'checkFields',
      details.map((line) => fieldWords(line, FIELDS, say)),
      say,
    ),
  REGISTER_INCOMPLETE: (details, say) =>
    fields(
      'fillIn',
      details.filter((need) => FIELDS.has(`n_${need}`)).map((need) => say(`n_${need}` as 'n_reason')),
      say,
    ),
  REGISTER_UNTOLD: (details, say) =>
    details.filter((why) => FIELDS.has(`why_${why}`)).map((why) => say(`why_${why}` as 'why_missing')),
  FILE_TOO_LARGE: (details, say) => (size(details) < 1 ? [] : [say('atMost', { n: `${String(size(details))} MB` })]),
  // Day and name of the shifts, as the hospital calls them.
  SHIFT_OWN_REVIEW: (details) => details,
  SETTINGS_INVALID: (details, say) => details.map((line) => faultWords(line, say)),
  IMPORT_COLUMNS: (details, say) => details.flatMap((line) => columnWords(line, say)),
  // The service says these in Chinese and English.
  WORKBOOK_INVALID: (details, _say, language) =>
    details.map((line) => line.split(' / ')[language === 'en' ? 1 : 0] ?? line),
  SETTINGS_NOT_YOURS: (details) => details.map((line) => line.split(':')[0] ?? ''),
};

function fields(key: 'checkFields' | 'fillIn', names: Details, say: SayDetail): Details {
  const all = [...new Set(names)];
  return all.length === 0 ? [] : [say(key, { fields: all.join('、') })];
}

/** `phone: looked for 电话 / 手机`: a column that a list lacks. Field names are those of intake.columns. */
function columnWords(line: string, say: SayDetail): Details {
  const [, field, names] = /^(\S+): looked for (.+)$/u.exec(line) ?? [];
  return field === undefined || names === undefined ? [] : [say('noColumn', { field, names })];
}

/** A refusal in the language of the console: what it was and what can be done, then what exactly, a line each. */
export function refusalLines(code: string, details: Details, language: Language): Details {
  const [say, detail] = [wordsIn(words, language), wordsIn(detailWords, language)];
  if (!isKnown(code)) return [say('OTHER', { code })];
  const values = IN_SENTENCE[code]?.(details, say('colleague'));
  return [say(code, values), ...(LINES[code]?.(details, detail, language) ?? [])];
}
