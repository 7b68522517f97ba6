import { DAY, HOUR, MINUTE } from '../../domain/clock.ts';
import type { Language } from '../../domain/language.ts';
import { GRADES } from '../../domain/vocabulary.ts';
import type { PhraseBook } from './book.ts';
import { dayInWords, daysInWords } from './day-words.ts';
import { nameShown } from './patient-name.ts';
import { timeInWords } from './time-words.ts';

/** A Sunday evening, so that "next week" forms come up as well; any instant would do. */
const SAMPLE_NOW = Date.UTC(2026, 9, 18, 12);
const SAMPLE_ZONE = 'UTC';
const SAMPLE_DAYS = [0, 1, 2, 3, 5, 8, 13, 40, 100];
const SAMPLE_TIMES = [12 * HOUR, 21 * HOUR, 12 * HOUR + 45 * MINUTE, 20 * HOUR + 59 * MINUTE];
const SAMPLE_NAMES: Record<Language, string> = {
  'zh-CN': '欧阳诗雨晴',
  'zh-TW': '歐陽詩雨晴',
  en: 'Christopher Richardson',
};

const SAMPLE_PLACE: Record<Language, { place: string; department: string; others: string }> = {
  'zh-CN': { place: '耳鼻咽喉科 欧阳诗雨', department: '甲状腺乳腺外科', others: '呼吸与危重症医学科、内分泌科' },
  'zh-TW': { place: '耳鼻喉科 歐陽詩雨', department: '甲狀腺乳腺外科', others: '呼吸與危重症醫學科、內分泌科' },
  en: { place: 'Dermatology', department: 'Dermatology', others: 'Paediatrics, Orthopaedics' },
};
/** What staff fill in by hand; they see how long the message becomes. */
const SAMPLE_REMARK: Record<Language, { reason: string; found: string }> = {
  'zh-CN': { reason: '这一周专家停诊', found: '报告周五下午可以取' },
  'zh-TW': { reason: '這一週專家停診', found: '報告週五下午可以領' },
  en: { reason: 'the doctor is away this week', found: 'the report is ready on Friday' },
};
const SAMPLE_DATES = [
  { date: '2026-12-21', halves: ['morning', 'afternoon'] },
  { date: '2026-12-22', halves: ['morning', 'afternoon'] },
  { date: '2026-12-23', halves: ['morning', 'afternoon'] },
] as const;

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** The longest way a moment is put into words. */
function longestTime(language: Language): string {
  const instants = SAMPLE_DAYS.flatMap((day) => SAMPLE_TIMES.map((time) => SAMPLE_NOW - 12 * HOUR + day * DAY + time));
  return longest(
    instants.filter((at) => at > SAMPLE_NOW).map((at) => timeInWords(at, SAMPLE_NOW, SAMPLE_ZONE, language)),
  );
}

/**
 * Long values for the placeholders of a turn, for the length check: a name of five characters, the longest time phrase,
 * topic and grade. The answer of the knowledge base has its own limits and counts as nothing here.
 */
export function longestValues(book: PhraseBook, language: Language): Readonly<Record<string, string>> {
  const name = SAMPLE_NAMES[language];
  return {
    name: longest(
      (['male', 'female', 'unknown'] as const).map((gender) => nameShown(name, gender, book.nameStyle, language)),
    ),
    time: longestTime(language),
    topic: longest(book.questions.map((question) => question.topic[language])),
    grade: longest(GRADES.map((grade) => book.grades[grade][language])),
    answer: '',
    choices: '',
    ...SAMPLE_PLACE[language],
    day: dayInWords(SAMPLE_DATES[0].date, 'afternoon', { now: SAMPLE_NOW, zone: SAMPLE_ZONE, language }),
    days: daysInWords(SAMPLE_DATES, { now: SAMPLE_NOW, zone: SAMPLE_ZONE, language }),
    phone: '13800012345',
    ...SAMPLE_REMARK[language],
    number: '2026-0001',
    result: '',
  };
}
