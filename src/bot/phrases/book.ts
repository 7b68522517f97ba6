import type { Language } from '../../domain/language.ts';
import type { Grade } from '../../domain/vocabulary.ts';
import type { NameStyle } from './name-style.ts';

/** A wording in each language. */
export type InLanguages = Readonly<Record<Language, string>>;

/** A question of the follow-up as it is worded. */
export interface QuestionWording {
  readonly id: string;
  readonly type: 'rating' | 'free_text';
  readonly ask: InLanguages;
  readonly simpler: InLanguages;
  /** Short noun for it inside other sentences. */
  readonly topic: InLanguages;
}

/** Placeholders with the same value in every message of a hospital; any phrase may use them. */
export const HOSPITAL_PLACEHOLDERS = [
  'hospital',
  'staffNo',
  'hours',
  'mainPhone',
  'verifyPhone',
  'complaintsPhone',
  'hospitalEmergencyPhone',
  'emergencyPhone',
  'crisisPhone',
] as const;
type HospitalPlaceholder = (typeof HOSPITAL_PLACEHOLDERS)[number];

/** Every wording of a hospital; made of flows.config.json once, at start. */
export interface PhraseBook {
  readonly phrases: Readonly<Record<string, InLanguages>>;
  readonly questions: readonly QuestionWording[];
  readonly grades: Readonly<Record<Grade, InLanguages>>;
  readonly hospital: Readonly<Record<HospitalPlaceholder, InLanguages>>;
  readonly nameStyle: NameStyle;
}
