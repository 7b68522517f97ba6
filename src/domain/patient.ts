import type { Language } from './language.ts';
import type { Respondent } from './vocabulary.ts';

export type Gender = 'male' | 'female' | 'unknown';

/**
 * What a follow-up conversation knows of its stay. Copied into the conversation when it opens, so that a turn reads
 * one row; nothing of it but the name (in the form the setting allows) reaches the contact before identity is known.
 */
export interface StayFacts {
  readonly stayId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly gender: Gender;
  /** Completed years; undefined when the export has none. */
  readonly ageYears?: number;
  readonly department: string;
  /** As the hospital's feed or discharge list names it; many lists have none. */
  readonly ward?: string;
  /** Ward doctor and responsible nurse by name, as far as known. */
  readonly doctor?: string;
  readonly nurse?: string;
  /** `YYYY-MM-DD`. */
  readonly dischargedOn: string;
  /** Under 18: the parent is written to, never the child. */
  readonly minor: boolean;
}

/** Relation of the number's owner to the patient as the hospital's export states it (本人, 儿子 …), if it does. */
export interface ContactRelation {
  readonly name?: string;
  readonly relation?: string;
  readonly respondent?: Respondent;
  readonly language?: Language;
}
