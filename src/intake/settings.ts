import type { CountryCode } from 'libphonenumber-js/max';
import { HuifangError } from '../domain/errors.ts';
import type { SendingHours } from '../domain/hours.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import { fromLocal, parseDate, toLocal } from '../domain/zoned-time.ts';
import type { ImportOptions } from './import.ts';
import type { IntakeRules } from './rules.ts';

/** The parts of flows.config.json that an import reads. */
export interface ImportConfig {
  readonly hospital: { readonly zone: string; readonly region: CountryCode | 'OTHER' };
  readonly sendingHours: SendingHours;
  readonly followup: { readonly delayDays: number; readonly windowDays: number };
  readonly intake: IntakeRules;
}

/** What an import takes from flows.config.json. `channel` is that of the imported mobile numbers. */
export function importSettings(
  config: ImportConfig,
  channel: ChannelId,
): Pick<ImportOptions, 'rules' | 'home' | 'followUp'> {
  const { delayDays, windowDays } = config.followup;
  const { zone, region } = config.hospital;
  return {
    rules: config.intake,
    home: region === 'OTHER' ? null : region,
    followUp: { zone, sendingHours: config.sendingHours, delayDays, windowDays, channel },
  };
}

const MINUTES_PER_HOUR = 60;

/** `now`'s time of day on the date `today` (`YYYY-MM-DD`). Throws BAD_REQUEST if that is no existing day. */
export function instantOn(today: string, now: number, zone: string): number {
  const date = parseDate(today);
  if (date === undefined)
    throw new HuifangError('BAD_REQUEST', [`today: ${today} — allowed: an existing day, YYYY-MM-DD`]);
  const { hour, minute } = toLocal(now, zone);
  return fromLocal(date, hour * MINUTES_PER_HOUR + minute, zone);
}
