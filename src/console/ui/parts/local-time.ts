import { fromLocal, localDate, minuteOfDay, parseDate } from '../../../domain/zoned-time.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** An instant (epoch ms) as `YYYY-MM-DDTHH:MM` on the hospital's clock, as the browser's field wants it. */
export function localTextOf(at: number, zone: string): string {
  const minutes = minuteOfDay(at, zone);
  return `${localDate(at, zone)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant that such a text means there; null for an empty or unfinished one. */
export function instantOf(text: string, zone: string): number | null {
  const [day = '', time = ''] = text.split('T');
  const date = parseDate(day);
  const [, hour, minute] = /^(\d{2}):(\d{2})/u.exec(time) ?? [];
  if (date === undefined || hour === undefined || minute === undefined) return null;
  return fromLocal(date, Number(hour) * 60 + Number(minute), zone);
}
