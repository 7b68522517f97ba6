import { normalise } from '../../../src/bot/understanding/normalise.ts';
import { readTime } from '../../../src/bot/understanding/time/index.ts';
import type { UnderstandContext } from '../../../src/bot/understanding/understand.types.ts';
import type { ContactTimeFinding } from '../../../src/domain/finding.ts';
import type { Language } from '../../../src/domain/language.ts';
import { fromLocal, toLocal } from '../../../src/domain/zoned-time.ts';
import { contextOf } from './cases.ts';

const SHANGHAI = 'Asia/Shanghai';

/** "2026-11-18 10:00" on the wall clock of a zone, as an instant. */
function instant(text: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return fromLocal({ year, month, day }, hour * 60 + minute, zone);
}

/** An instant as a wall clock of the zone shows it. */
function show(at: number, zone: string): string {
  const { year, month, day, hour, minute } = toLocal(at, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** What may differ from "asked when, at the hospital in Shanghai, sending hours 09:00–21:00". */
export interface Asking {
  readonly question?: string;
  readonly zone?: string;
  readonly language?: Language;
  readonly sendingHours?: UnderstandContext['sendingHours'];
}

/** The time that a message asks for, as it is found in a conversation. */
export function findTime(text: string, now: string, asking: Asking = {}): ContactTimeFinding | undefined {
  const { question = 'when', zone = SHANGHAI, ...over } = asking;
  return readTime(normalise(text), contextOf(question, { now: instant(now, zone), zone, ...over }))[0];
}

/** The same on the wall clock of the hospital; "none" when nothing was found. */
export function askedFor(text: string, now: string, asking: Asking = {}): string {
  const found = findTime(text, now, asking);
  return found === undefined ? 'none' : show(found.at, asking.zone ?? SHANGHAI);
}
