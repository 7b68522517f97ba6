import { useMemo } from 'react';
import type { Language } from '../../../domain/language.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { useNow, useZone } from '../shell/clock.tsx';
import { words } from '../words/parts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Look = 'time' | 'day' | 'moment' | 'full';
const LOOKS: Readonly<Record<Look, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  moment: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and lists have thousands. */
function formatFor(look: Look, language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${look} ${language} ${timeZone}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...LOOKS[look], timeZone });
  formats.set(key, kept);
  return kept;
}

/** Writes an instant (epoch ms) as hospital time. */
export function useTimeText(): (at: number, look?: Look) => string {
  const { language } = useLanguage();
  const zone = useZone();
  return useMemo(
    () =>
      (at, look = 'moment') =>
        formatFor(look, language, zone).format(at),
    [language, zone],
  );
}

/** An instant in hospital time. */
export function Clock({ at, look = 'moment' }: { readonly at: number; readonly look?: Look }) {
  const text = useTimeText();
  return (
    <time dateTime={new Date(at).toISOString()} title={text(at, 'full')}>
      {text(at, look)}
    </time>
  );
}

/** Says how long ago an instant is, or how far ahead. */
function useDistanceText(): (from: number, to: number) => string {
  const t = useWords(words);
  return (from, to) => {
    const apart = Math.abs(to - from);
    if (apart < MINUTE) return t('now');
    const past = to <= from;
    if (apart < HOUR) return t(past ? 'minutesAgo' : 'inMinutes', { n: Math.floor(apart / MINUTE) });
    if (apart < DAY) return t(past ? 'hoursAgo' : 'inHours', { n: Math.floor(apart / HOUR) });
    return t(past ? 'daysAgo' : 'inDays', { n: Math.floor(apart / DAY) });
  };
}

/** How long ago, renewed by itself; the exact time is in its title. */
export function TimeAgo({ at }: { readonly at: number }) {
  const text = useTimeText();
  const distance = useDistanceText();
  return (
    <time dateTime={new Date(at).toISOString()} title={text(at, 'full')}>
      {distance(useNow(), at)}
    </time>
  );
}
