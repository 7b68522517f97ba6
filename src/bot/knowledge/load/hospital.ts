import type { HospitalFacts, OpeningHours } from '../knowledge.types.ts';
import type { Faults, Item } from './reader.ts';
import { RULES } from './rules.ts';
import { readSlot } from './slots.ts';

const KEYS = [
  'name',
  'nameEn',
  'shortNames',
  'level',
  'beds',
  'address',
  'transport',
  'phones',
  'timezone',
  'hours',
] as const;
/** Numbers and hours that texts of the service speak of; a hospital may add more. */
const PHONES = ['main', 'emergency', 'booking', 'complaints', 'verify'];
const HOURS = ['outpatient', 'emergency', 'booking', 'visiting', 'records', 'admissions'];
const KEY = /^[A-Za-z][A-Za-z0-9-]*$/;

/** The hospital as a whole. */
export function readHospital(root: Item, faults: Faults): HospitalFacts {
  const item = root.object('hospital', KEYS);
  if (item.has('beds')) item.count('beds');
  return {
    name: item.text('name'),
    nameEn: item.text('nameEn'),
    shortNames: item.texts('shortNames'),
    level: item.notes('level'),
    address: item.text('address'),
    transport: transport(item.object('transport', ['summary', 'bus', 'parking', 'gates'])),
    phones: phones(item.object('phones', null)),
    timezone: timezone(item),
    hours: hours(item.object('hours', null), faults),
  };
}

function transport(item: Item): HospitalFacts['transport'] {
  return {
    summary: item.short('summary'),
    bus: item.texts('bus'),
    parking: item.text('parking'),
    gates: item.text('gates'),
  };
}

/** Members that may have any name, of which some must be there. */
function named(item: Item, required: readonly string[]): readonly string[] {
  for (const key of item.keys) if (!KEY.test(key)) item.fault(key, RULES.key);
  return [...item.keys, ...required.filter((key) => !item.has(key) && !item.keys.includes(key))];
}

function phones(item: Item): Readonly<Record<string, string>> {
  return Object.fromEntries(named(item, PHONES).map((use) => [use, item.phone(use)]));
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function timezone(item: Item): string {
  const zone = item.text('timezone');
  if (zone !== '' && !isTimeZone(zone)) item.fault('timezone', RULES.zone);
  return zone;
}

function hours(item: Item, faults: Faults): readonly OpeningHours[] {
  return named(item, HOURS).map((id) => {
    const entry = item.object(id, ['label', 'text', 'slots', 'holidays']);
    const read = {
      id,
      label: entry.text('label'),
      text: entry.text('text'),
      slots: entry.list('slots', (value, path) => readSlot(value, path, faults)),
    };
    return entry.has('holidays') ? { ...read, holidays: entry.text('holidays') } : read;
  });
}
