import type { Language } from '../domain/language.ts';
import { localDate, minuteOfDay } from '../domain/zoned-time.ts';
import type { Sheet } from './sheet.ts';

interface Words {
  readonly page: (number: string, of: string) => string;
  readonly printed: (by: string, at: string) => string;
  readonly signature: string;
  readonly date: string;
  readonly colon: string;
  readonly nothing: string;
  /** `codes`: of characters that no font of ours has. */
  readonly missing: (codes: string) => string;
}

/** What documents say by themselves. */
export const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    page: (number, of) => `第 ${number} 页，共 ${of} 页`,
    printed: (by, at) => `打印人：${by}　打印时间：${at}`,
    signature: '签名',
    date: '日期',
    colon: '：',
    nothing: '（无）',
    missing: (codes) => `□ 为字库中没有的字（${codes}），请手写补上`,
  },
  'zh-TW': {
    page: (number, of) => `第 ${number} 頁，共 ${of} 頁`,
    printed: (by, at) => `列印人：${by}　列印時間：${at}`,
    signature: '簽名',
    date: '日期',
    colon: '：',
    nothing: '（無）',
    missing: (codes) => `□ 為字型中沒有的字（${codes}），請手寫補上`,
  },
  en: {
    page: (number, of) => `Page ${number} of ${of}`,
    printed: (by, at) => `Printed by ${by} at ${at}`,
    signature: 'Signature',
    date: 'Date',
    colon: ': ',
    nothing: '(none)',
    missing: (codes) => `□ stands for characters the font does not have (${codes}); please write them in`,
  },
};

/** `Printed by … at 2026-11-22 17:46`. */
export function printedLine({ printed, language }: Sheet): string {
  const minute = minuteOfDay(printed.at, printed.zone);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return WORDS[language].printed(printed.by, `${localDate(printed.at, printed.zone)} ${clock}`);
}
