import type { Language } from '../domain/language.ts';

type Words = Readonly<Record<Language, string>>;

/** What the demo phones say about the hospital: names for ids, and whose numbers are dialled without a country code. */
export interface DemoHospital {
  readonly name: Words;
  /** IANA time zone. */
  readonly zone: string;
  /** ISO country of numbers that are typed without a country code, if there is one. */
  readonly country: string | undefined;
  /** In the order of asking. */
  readonly questions: readonly { readonly id: string; readonly topic: Words }[];
  readonly grades: Readonly<Record<string, Words>>;
}
