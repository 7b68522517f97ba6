import type { Language } from '../../../domain/language.ts';
import type { Store } from '../../../store/store.ts';

/** What reports know of the hospital. */
export interface ReportSettings {
  /** IANA zone of all days. */
  readonly zone: string;
  readonly hospital: Readonly<Record<Language, string>>;
  /** Rating questions in the order of asking, as the contact is asked about them. */
  readonly questions: readonly { readonly id: string; readonly topic: Readonly<Record<Language, string>> }[];
  /** Below so many answers no rate is shown. */
  readonly minimum: number;
}

/** What the endpoints of reports use. */
export interface ReportDeps {
  readonly store: Pick<Store, 'reports' | 'registers' | 'accounts' | 'audit'>;
  readonly settings: () => ReportSettings;
}
