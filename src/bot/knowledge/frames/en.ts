import type { Day } from '../days/dates.ts';
import type { Span } from '../days/opening.ts';
import type { Clinic, ClinicPeriod, Place, Price, Weekday } from '../knowledge.types.ts';
import { BUILDINGS_EN, INSURANCE_EN, LABELS_EN, TITLES_EN, UNITS_EN } from './en.lists.ts';
import type { Frames, Named, NamedDoctor, Week } from './frames.types.ts';

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const PERIODS: Readonly<Record<ClinicPeriod, string>> = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
};

const clock = (minutes: number) => `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
const spans = (list: readonly Span[]) => list.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(' and ');
const weekday = (day: Weekday) => WEEKDAYS[day - 1] ?? '';
const oneDay = (day: Weekday) => weekday(day).slice(0, -1);
const dayWords = (day: Day) => `${oneDay(day.weekday)}, ${String(day.day)} ${MONTHS[day.month - 1] ?? ''}`;
const called = ({ name, en, said }: Named) =>
  en === undefined
    ? (LABELS_EN[name] ?? (said === undefined || said === '' ? name : `${said} (${name})`))
    : `${en} (${name})`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const unit = (written: string) => (written === '' ? '' : ` ${UNITS_EN[written] ?? `(${written})`}`);
const yuan = ({ price, unit: per, priceMax }: Price) =>
  price === 0 && priceMax === undefined
    ? 'free of charge'
    : `${priceMax === undefined ? '' : 'about '}${String(price)}${priceMax === undefined ? '' : `–${String(priceMax)}`} yuan${unit(per)}`;

/** Floor 4 of the outpatient building. Words in the floor (大厅, 6号窗口) stay as they are. */
function at({ building, floor }: Place): string {
  const where = BUILDINGS_EN[building] ?? building;
  const level = /^(\d+(?:-\d+)?)层(.*)$/.exec(floor);
  const part = level === null ? floor : `floor ${level[1] ?? ''}${level[2] === '' ? '' : ` (${level[2] ?? ''})`}`;
  if (part === '') return where;
  return where === '' ? part : `${part} of ${where}${BUILDINGS_EN[building] === undefined ? '' : ` (${building})`}`;
}

function weekdays(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return '';
  if (days.length === 7) return 'every day';
  const inRow = last - first === days.length - 1 && days.length > 2;
  return inRow ? `${weekday(first)} to ${weekday(last)}` : days.map(weekday).join(' and ');
}

const week = (list: Week) => list.map(({ days, spans: open }) => `${weekdays(days)} ${spans(open)}`).join('; ');
const who = ({ name, title }: NamedDoctor) => `${name} (${TITLES_EN[title] ?? title})`;
const sessions = (clinics: readonly Clinic[]) =>
  clinics.map(({ weekday: day, period }) => `${oneDay(day)} ${PERIODS[period]}`).join(', ');
const cover = (insurance: string) => INSURANCE_EN[insurance] ?? `insurance: ${insurance}`;

function feesOf(clinic: readonly Clinic[]): string {
  const kinds = new Map(
    clinic.map(({ kind, fee }) => [`${kind}${String(fee)}`, `${String(fee)} yuan (${KINDS[kind] ?? kind})`]),
  );
  return [...kinds.values()].join(', ');
}
const KINDS: Readonly<Record<string, string>> = { 专家: 'specialist clinic', 普通: 'general clinic' };

/** Sentences in English. Names that have no English one stay Chinese, so that they can be shown on the spot. */
export const EN: Frames = {
  chinese: false,
  sentence: (parts) => parts.filter((part) => part !== '').join(' '),
  place: (what, place) => `${capital(called(what))} is on ${at(place)}.`,
  ward: (what, ward) =>
    `The ward of ${called(what)} is on ${at(ward)}${ward.phone === '' ? '' : `, phone ${ward.phone}`}.`,
  phone: (what, phone) => `${capital(called(what))}: phone ${phone}.`,
  address: ({ name, en }, address, transport) => `${en ?? name} (${name}): ${address}. ${transport}`,
  openOn: (what, day, open) => `${capital(called(what))} is open on ${dayWords(day)}: ${spans(open)}.`,
  closedOn: (what, day) => `${capital(called(what))} is closed on ${dayWords(day)}.`,
  closedThen: (what, day, open) =>
    `${capital(called(what))} is closed at that time on ${dayWords(day)}; it is open ${spans(open)} that day.`,
  week: (what, list) => `${capital(called(what))}, hours: ${week(list)}.`,
  hoursAsWritten: (what, text) => `${capital(called(what))}: ${text}.`,
  allDay: (what) => `${capital(called(what))} is open 24 hours a day.`,
  noneThen: (what) => `${capital(called(what))} is not open at that time of day.`,
  openNow: (what, until) => `${capital(called(what))} is open now, until ${clock(until)}.`,
  closedNow: (what) => `${capital(called(what))} is not open now.`,
  next: (day, from) => `It opens next on ${dayWords(day)} at ${clock(from)}.`,
  noOutpatients: (what) => `${capital(called(what))} has no outpatient clinic.`,
  emergency: (place, phone) =>
    `For anything urgent please go to the emergency department (${at(place)}, 24 hours)${phone === '' ? '' : `, phone ${phone}`}.`,
  also: (text) => `(${text})`,
  onHoliday: (text) => `On public holidays: ${text}.`,
  nearHoliday: (day, phone) =>
    `${dayWords(day)} is near a public holiday, so hours may change; please check on ${phone}.`,
  holidayAnnounced: (phone) => `The hospital announces the details before the holiday; you can check on ${phone}.`,
  price: ({ insurance, notes, ...item }) =>
    `${capital(called(item))}: ${yuan({ ...item, insurance, notes })}${insurance === '' ? '' : `, ${cover(insurance)}`}${notes === '' ? '' : ` (${notes})`}.`,
  prices: (items) => `${items.map((item) => `${item.name} ${yuan(item)}`).join('; ')}.`,
  otherPrices: (items) => `Also: ${items.map((item) => `${item.name} ${yuan(item)}`).join('; ')}.`,
  insurance: (item) => `${capital(called(item))}: ${cover(item.insurance)}.`,
  clinic: (doctor) =>
    `${who(doctor)}, ${called(doctor.at)}, sees patients on: ${sessions(doctor.clinic)}.${doctor.notes === '' ? '' : ` (${doctor.notes})`}`,
  noClinic: (doctor) =>
    `${who(doctor)}, ${called(doctor.at)}, has no clinic at present.${doctor.notes === '' ? '' : ` (${doctor.notes})`}`,
  thereOn: (doctor, day, clinics) =>
    `${who(doctor)}, ${called(doctor.at)}, sees patients on ${dayWords(day)} (${clinics.map(({ period }) => PERIODS[period]).join(' and ')}).`,
  notThereOn: (doctor, day) => `${who(doctor)} has no clinic on ${dayWords(day)}.`,
  fees: (doctor) => `${who(doctor)}: ${feesOf(doctor.clinic)}.`,
  departmentFees: (what, clinics) => `${capital(called(what))}, registration: ${feesOf(clinics)}.`,
  goodAt: (doctor) => `${who(doctor)}, ${called(doctor.at)}: ${doctor.specialities.join(', ')}.`,
  doctors: (what, list, more) =>
    `${capital(called(what))}: ${list.map((doctor) => `${who(doctor)}${doctor.clinic.length === 0 ? '' : ` – ${sessions(doctor.clinic)}`}`).join('; ')}${more > 0 ? `; ${String(list.length + more)} in all` : ''}.`,
  noneOfThem: (what, women) => `${capital(called(what))}: no ${women ? 'woman' : 'man'} among the doctors at present.`,
  nobodyOn: (what, day) => `${capital(called(what))}: no doctor has a fixed clinic on ${dayWords(day)}.`,
  intro: (what, text) => `${capital(called(what))}: ${text}`,
  bookable: (what) => `${capital(called(what))} can be booked.`,
  notBookable: (what) => `${capital(called(what))} needs no appointment: walk in, or a doctor refers you.`,
  entry: (answer) => `Our information on this is in Chinese: ${answer}`,
};
