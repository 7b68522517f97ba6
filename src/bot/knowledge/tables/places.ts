import type { Attribute } from '../asks/attributes.lists.ts';
import type { Office, OpeningHours, Slot } from '../knowledge.types.ts';
import { type Desk, type Fact, fact, mainPhone } from './desk.ts';
import { hoursOf, type Opens } from './hours.ts';

/** An office has its hours in words; where the hours of the same id are in the table, they are counted. */
export function officeFact(desk: Desk, office: Office, attribute: Attribute | null): Fact | undefined {
  const { frames, tables } = desk;
  const what = { name: office.name };
  const table = tables.hours.get(office.id);
  const place = office.building + office.floor === '' ? [] : [frames.place(what, office)];
  const phone = office.phone === '' ? [] : [frames.phone(what, office.phone)];
  const written = office.hours === '' ? [] : [frames.hoursAsWritten(what, office.hours)];
  const hours = table === undefined ? written : hoursOf(desk, { ...opensOf(desk, table), what });
  const parts: Partial<Record<Attribute, readonly string[]>> = { place, phone, hours, clinic: hours };
  const chosen = attribute === null ? [...place, ...written, ...phone] : (parts[attribute] ?? []);
  return chosen.length === 0 ? undefined : fact(desk, `office:${office.id}`, chosen);
}

/** Entries for the same thing on other days (周日门诊 beside 门诊) tell of those in words. */
function opensOf({ tables }: Desk, { id, label, slots, text, holidays }: OpeningHours): Opens {
  const besides = tables.knowledge.hospital.hours
    .filter((other) => other.id !== id && /^周|^夜|^晚/.test(other.label) && other.label.endsWith(label))
    .map((other): { readonly slots: readonly Slot[]; readonly text: string } => other);
  return { what: { name: label }, slots, holidays: holidays ?? '', words: text, besides };
}

/** When something is open that has an entry of its own among the hours. */
export function openingFact(desk: Desk, hours: OpeningHours, attribute: Attribute | null): Fact | undefined {
  if (attribute !== null && attribute !== 'hours' && attribute !== 'clinic') {
    const office = desk.tables.offices.get(hours.id);
    return office === undefined ? undefined : officeFact(desk, office, attribute);
  }
  // 周日门诊: which departments are open only the words tell.
  const words = hours.label.startsWith('周') ? [desk.frames.also(hours.text)] : hoursOf(desk, opensOf(desk, hours));
  return fact(desk, `hours:${hours.id}`, words);
}

/** The hospital as a whole. */
export function hospitalFact(desk: Desk, attribute: Attribute | null): Fact | undefined {
  const { name, nameEn, address, transport, level, hours } = desk.tables.knowledge.hospital;
  const { frames } = desk;
  const what = { name, en: nameEn };
  switch (attribute) {
    case 'place':
      return address === '' ? undefined : fact(desk, 'hospital', [frames.address(what, address, transport.summary)]);
    case 'phone':
      return mainPhone(desk) === '' ? undefined : fact(desk, 'hospital', [frames.phone(what, mainPhone(desk))]);
    case 'level':
      return level === '' ? undefined : fact(desk, 'hospital', [frames.hoursAsWritten(what, level)]);
    case 'hours': {
      const outpatient = hours.find(({ label }) => label === '门诊') ?? hours[0];
      return outpatient === undefined ? undefined : openingFact(desk, outpatient, 'hours');
    }
    default:
      return undefined;
  }
}
