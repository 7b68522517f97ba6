import type { StaffActions } from '../../../bot/handover/actions.ts';
import type { IdSource } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import type { MatterStores } from '../../../shifts/open-matters.ts';
import type { ShiftSettings } from '../../../shifts/schedule.ts';
import type { SettledStores } from '../../../shifts/settled.ts';
import type { AuditStore, DeskStore, ShiftStore, WorkStore } from '../../../store/store.ts';

/** What the endpoints of shifts use. */
export interface ShiftDeps extends MatterStores, SettledStores {
  readonly shifts: ShiftStore;
  readonly work: WorkStore;
  readonly desk: MatterStores['desk'] & Pick<DeskStore, 'maySee' | 'drafts'>;
  readonly registers: MatterStores['registers'] & SettledStores['registers'];
  readonly ids: IdSource;
  readonly settings: () => ShiftSettings;
  readonly hospitalName: (language: Language) => string;
  /** Somebody signs: throws PASSWORD_WRONG unless it is the account's password. */
  readonly confirm: (accountId: string, password: string) => Promise<void>;
  readonly give: StaffActions['give'];
  readonly claim: StaffActions['claim'];
  /** For what a signature brings with it: the row of the call is of the shift alone. */
  readonly audit: Pick<AuditStore, 'append'>;
  /** A shift is another now: pages that show it ask again. */
  readonly changed: (shiftId: string) => void;
  /** A point was not accepted: the supervisors have a task, and are told. */
  readonly escalated: (taskId: string) => void;
}
