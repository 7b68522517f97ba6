/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Open on these weekdays from `from` to `to` (minutes after midnight, local time); `months` (1–12) limits it to part of the year. */
export interface Slot {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
  readonly months?: readonly number[];
}

/** When something is open: 门诊, 夜间门诊, 探视 … */
export interface OpeningHours {
  /** Key in the file: `outpatient`, `night`, `bloodDraw` … */
  readonly id: string;
  readonly label: string;
  /** The same in words, ready to be sent. */
  readonly text: string;
  readonly slots: readonly Slot[];
  /** What happens on public holidays. */
  readonly holidays?: string;
}

/** A question the hospital answers, in its own words. */
export interface FaqEntry {
  readonly id: string;
  readonly topic: string;
  readonly question: string;
  readonly askedAs: readonly string[];
  readonly answer: string;
  /** `YYYY-MM-DD`, the last day it may be given. */
  readonly validUntil?: string;
}

/** Where something is; empty texts if the file does not say. `floor` as written: 6层, 9-10层. */
export interface Place {
  readonly building: string;
  readonly floor: string;
}

export interface Department extends Place {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly phone: string;
  readonly ward?: Place & { readonly phone: string; readonly beds: number };
  /** Whether an appointment can be requested; false for emergency, intensive care and diagnostics. */
  readonly bookable: boolean;
  /** Sessions of the outpatients; 普通门诊 is open in each. Slots from 17:30 on are the night clinic. Empty = no outpatients. */
  readonly open: readonly Slot[];
  readonly intro: string;
  /** Symptoms and conditions in lay words; the same word may stand under several departments. */
  readonly treats: readonly string[];
  readonly emergencySigns: readonly string[];
}

/** A place that is no medical department: cashier, records office. Never offered for an appointment. */
export interface Office extends Place {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly phone: string;
  /** In words. */
  readonly hours: string;
  readonly handles: readonly string[];
}

export type ClinicPeriod = 'morning' | 'afternoon' | 'evening';

/** One session of a doctor. */
export interface Clinic {
  readonly weekday: Weekday;
  readonly period: ClinicPeriod;
  /** 专家, 普通 … as written. */
  readonly kind: string;
  /** Yuan. */
  readonly fee: number;
}

export interface Doctor {
  readonly id: string;
  readonly name: string;
  /** 男, 女, or empty. */
  readonly gender: string;
  readonly title: string;
  /** Id of the department. */
  readonly department: string;
  readonly specialities: readonly string[];
  readonly clinic: readonly Clinic[];
  readonly notes: string;
}

export interface Price {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of the department, if it belongs to one. */
  readonly department?: string;
  /** Yuan; from `price` to `priceMax` where the latter is given. */
  readonly price: number;
  readonly priceMax?: number;
  readonly unit: string;
  readonly insurance: string;
  readonly notes: string;
}

export interface HospitalFacts {
  readonly name: string;
  readonly nameEn: string;
  readonly shortNames: readonly string[];
  readonly level: string;
  readonly address: string;
  readonly transport: {
    readonly summary: string;
    readonly bus: readonly string[];
    readonly parking: string;
    readonly gates: string;
  };
  /** By use: main, emergency, booking, complaints, verify … */
  readonly phones: Readonly<Record<string, string>>;
  /** IANA name. */
  readonly timezone: string;
  readonly hours: readonly OpeningHours[];
}

/** Everything the hospital tells about itself (knowledge.json); answers come from here and from nowhere else. */
export interface Knowledge {
  readonly hospital: HospitalFacts;
  readonly departments: readonly Department[];
  readonly offices: readonly Office[];
  readonly doctors: readonly Doctor[];
  readonly prices: readonly Price[];
  readonly faq: readonly FaqEntry[];
  /** `YYYY-MM-DD` of the last change of the file: the date staff see beside an answer. */
  readonly updatedOn: string;
}

/** What is wrong with a knowledge file, where ("faq[3].answer"). */
export interface KnowledgeFault {
  readonly path: string;
  readonly message: string;
}
