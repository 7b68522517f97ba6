import { MINUTE } from '../domain/clock.ts';
import { toLocal } from '../domain/zoned-time.ts';

/** Instant as ISO 8601 with the zone's offset, to the second. */
export function isoLocal(at: number, zone: string): string {
  const local = toLocal(at, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const offset = Math.round((wall - Math.floor(at / 1000) * 1000) / MINUTE);
  const sign = offset < 0 ? '-' : '+';
  const date = `${String(local.year)}-${two(local.month)}-${two(local.day)}`;
  const time = `${two(local.hour)}:${two(local.minute)}:${two(local.second)}`;
  return `${date}T${time}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
