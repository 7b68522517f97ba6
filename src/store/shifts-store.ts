import type { Acceptance, Packet, Shift, ShiftReview, ShiftSignature, ShiftState } from '../domain/shift.ts';
import type { NewTask } from './work-store.ts';

export interface ShiftQuery {
  readonly states: readonly ShiftState[];
  /** Days `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** Only those that are over and that no supervisor has reviewed. */
  readonly unreviewed: boolean;
  readonly limit: number;
  /** Where the page before ended; null: the first page. */
  readonly after: string | null;
}

/** A shift that begins. */
export type NewShift = Pick<Shift, 'id' | 'account' | 'accountName' | 'kind' | 'name' | 'day' | 'startedAt' | 'endsAt'>;

/** Shifts of the centre and how they were handed over (handbook section 7). What was signed never changes. */
export interface ShiftStore {
  /** 'running': the account has a shift that is not over. */
  begin(shift: NewShift): Promise<'begun' | 'running'>;
  find(id: string): Promise<Shift | undefined>;
  /** The shift of this account that is not over. */
  current(account: string): Promise<Shift | undefined>;
  /** The newest first. */
  list(query: ShiftQuery): Promise<{ readonly rows: readonly Shift[]; readonly next: string | null }>;
  /** Every shift that is not over. */
  open(): Promise<readonly Shift[]>;
  /** Keeps what was signed. 'conflict': the shift has another version or is not running. */
  handOver(
    id: string,
    version: number,
    signed: { readonly packet: Packet; readonly by: ShiftSignature },
  ): Promise<'changed' | 'conflict'>;
  /** Ends the shift and makes the tasks of what was not accepted, in one transaction. 'conflict': somebody else was faster. */
  accept(
    id: string,
    version: number,
    signed: { readonly acceptance: Acceptance; readonly tasks: readonly NewTask[] },
  ): Promise<'changed' | 'conflict'>;
  /** Handed over at or before `since`, nobody took over, and no supervisor was told. */
  waiting(since: number): Promise<readonly Shift[]>;
  /** The earliest signature that waits for somebody and of which no supervisor was told. */
  nextWaiting(): Promise<number | undefined>;
  /** Notes that supervisors are told now, with the task for them. Does nothing if the shift is over or they were told. */
  escalate(id: string, at: number, task: NewTask): Promise<void>;
  /** Running although it ended at or before `since`, and no supervisor was told. */
  late(since: number): Promise<readonly Shift[]>;
  /** The earliest end of a running shift of which no supervisor was told. */
  nextEnd(): Promise<number | undefined>;
  /** Notes that supervisors are told now that nobody hands it over, with the task for them. Does nothing if it is not running any more or they were told. */
  tellLate(id: string, at: number, task: NewTask): Promise<void>;
  /** Reviews those that are over and not reviewed; how many that were. */
  review(ids: readonly string[], review: ShiftReview): Promise<number>;
}
