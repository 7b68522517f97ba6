/** China's public holidays that have days of their own; `other` = any. */
export type HolidayId =
  | 'new_year'
  | 'spring'
  | 'qingming'
  | 'labour'
  | 'dragon_boat'
  | 'mid_autumn'
  | 'national'
  | 'other';

/**
 * The statutory days (since 2025), first and last, YYYY-MM-DD. Which days are off or worked around them the State Council
 * announces each year; that is never guessed here.
 */
export const HOLIDAYS: readonly (readonly [HolidayId, string, string])[] = [
  ['new_year', '2026-01-01', '2026-01-01'],
  ['spring', '2026-02-16', '2026-02-19'],
  ['qingming', '2026-04-05', '2026-04-05'],
  ['labour', '2026-05-01', '2026-05-02'],
  ['dragon_boat', '2026-06-19', '2026-06-19'],
  ['mid_autumn', '2026-09-25', '2026-09-25'],
  ['national', '2026-10-01', '2026-10-03'],
  ['new_year', '2027-01-01', '2027-01-01'],
  ['spring', '2027-02-05', '2027-02-08'],
  ['qingming', '2027-04-05', '2027-04-05'],
  ['labour', '2027-05-01', '2027-05-02'],
  ['dragon_boat', '2027-06-09', '2027-06-09'],
  ['mid_autumn', '2027-09-15', '2027-09-15'],
  ['national', '2027-10-01', '2027-10-03'],
  ['new_year', '2028-01-01', '2028-01-01'],
  ['spring', '2028-01-25', '2028-01-28'],
  ['qingming', '2028-04-04', '2028-04-04'],
  ['labour', '2028-05-01', '2028-05-02'],
  ['dragon_boat', '2028-05-28', '2028-05-28'],
  ['national', '2028-10-01', '2028-10-03'],
  ['mid_autumn', '2028-10-03', '2028-10-03'],
  ['new_year', '2029-01-01', '2029-01-01'],
  ['spring', '2029-02-12', '2029-02-15'],
  ['qingming', '2029-04-04', '2029-04-04'],
  ['labour', '2029-05-01', '2029-05-02'],
  ['dragon_boat', '2029-06-16', '2029-06-16'],
  ['mid_autumn', '2029-09-22', '2029-09-22'],
  ['national', '2029-10-01', '2029-10-03'],
  ['new_year', '2030-01-01', '2030-01-01'],
  ['spring', '2030-02-02', '2030-02-05'],
  ['qingming', '2030-04-05', '2030-04-05'],
  ['labour', '2030-05-01', '2030-05-02'],
  ['dragon_boat', '2030-06-05', '2030-06-05'],
  ['mid_autumn', '2030-09-12', '2030-09-12'],
  ['national', '2030-10-01', '2030-10-03'],
];

/** How people name them, as sources of regular expressions over normalised text. */
export const HOLIDAY_WORDS: readonly (readonly [HolidayId, RegExp])[] = [
  ['new_year', /元旦|新年第一天|new year'?s? day/],
  [
    'spring',
    /春节|过年|大年|除夕|年三十|初[一二三四五六七]|新春|农历年|spring festival|chinese new year|lunar new year/,
  ],
  ['qingming', /清明|qingming|tomb sweeping/],
  ['labour', /五一(?!路)|劳动节|may day|labou?r day/],
  ['dragon_boat', /端午|dragon boat/],
  ['mid_autumn', /中秋|mid-?autumn/],
  ['national', /国庆|十一(?:放假|长假|假期|期间|那|黄金周|去|上班|开)|national day/],
  ['other', /节假日|法定假|放假|假期|过节|长假|public holidays?|holidays?/],
];
