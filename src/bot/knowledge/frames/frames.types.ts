import type { Day } from '../days/dates.ts';
import type { Span } from '../days/opening.ts';
import type { Clinic, Doctor, Place, Price, Weekday } from '../knowledge.types.ts';

/** Opening times of a week: days that are alike together. */
export type Week = readonly { readonly days: readonly Weekday[]; readonly spans: readonly Span[] }[];

/** A thing as it is named to the contact. */
export interface Named {
  readonly name: string;
  /** In English, where the table of specialties has it. */
  readonly en?: string;
  /** What the contact wrote for it. */
  readonly said?: string;
}

/** A doctor with the name of the department. */
export interface NamedDoctor extends Doctor {
  readonly at: Named;
}

/** Every sentence of an answer from the tables, in one language. Facts come in, nothing is added to them. */
export interface Frames {
  /** Texts of the file, which are Chinese, can stand in a sentence. */
  readonly chinese: boolean;
  readonly sentence: (parts: readonly string[]) => string;
  readonly place: (what: Named, place: Place) => string;
  readonly ward: (what: Named, ward: Place & { readonly phone: string }) => string;
  readonly phone: (what: Named, phone: string) => string;
  readonly address: (hospital: Named, address: string, transport: string) => string;
  readonly openOn: (what: Named, day: Day, spans: readonly Span[]) => string;
  readonly closedOn: (what: Named, day: Day) => string;
  readonly closedThen: (what: Named, day: Day, spans: readonly Span[]) => string;
  readonly week: (what: Named, week: Week) => string;
  readonly hoursAsWritten: (what: Named, text: string) => string;
  readonly allDay: (what: Named) => string;
  readonly noneThen: (what: Named) => string;
  readonly openNow: (what: Named, until: number) => string;
  readonly closedNow: (what: Named) => string;
  readonly next: (day: Day, from: number) => string;
  readonly noOutpatients: (what: Named) => string;
  readonly emergency: (place: Place, phone: string) => string;
  readonly onHoliday: (text: string) => string;
  readonly also: (text: string) => string;
  readonly nearHoliday: (day: Day, phone: string) => string;
  readonly holidayAnnounced: (phone: string) => string;
  readonly price: (item: Price & Named) => string;
  readonly prices: (items: readonly Price[]) => string;
  readonly otherPrices: (items: readonly Price[]) => string;
  readonly insurance: (item: Price & Named) => string;
  readonly clinic: (doctor: NamedDoctor) => string;
  readonly noClinic: (doctor: NamedDoctor) => string;
  readonly thereOn: (doctor: NamedDoctor, day: Day, clinics: readonly Clinic[]) => string;
  readonly notThereOn: (doctor: NamedDoctor, day: Day) => string;
  readonly fees: (doctor: NamedDoctor) => string;
  readonly departmentFees: (what: Named, clinics: readonly Clinic[]) => string;
  readonly goodAt: (doctor: NamedDoctor) => string;
  readonly doctors: (what: Named, doctors: readonly NamedDoctor[], more: number) => string;
  readonly noneOfThem: (what: Named, women: boolean) => string;
  readonly nobodyOn: (what: Named, day: Day) => string;
  readonly intro: (what: Named, text: string) => string;
  readonly bookable: (what: Named) => string;
  readonly notBookable: (what: Named) => string;
  /** An entry of the hospital, which is written in Chinese. */
  readonly entry: (answer: string) => string;
}
