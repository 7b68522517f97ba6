import type { Language } from '../../../domain/language.ts';
import type { StaffMember } from '../../../registers/praised.ts';
import type { WaitLimits } from '../../../reports/waits.ts';
import type { Store } from '../../../store/store.ts';

/** What reports know of the hospital. */
export interface ReportSettings {
  /** IANA zone of all days. */
  readonly zone: string;
  readonly hospital: Readonly<Record<Language, string>>;
  /** Rating questions in the order of asking, as the contact is asked about them. */
  readonly questions: readonly { readonly id: string; readonly topic: Readonly<Record<Language, string>> }[];
  /** Below so many no share or average is shown. */
  readonly minimum: number;
  readonly limits: WaitLimits;
}

/** What the endpoints of reports use. */
export interface ReportDeps {
  readonly store: Pick<Store, 'reports' | 'registers' | 'accounts' | 'audit'>;
  readonly settings: () => ReportSettings;
  /** The hospital's staff: a praise counts for the person it means. */
  readonly roster: () => readonly StaffMember[];
}
