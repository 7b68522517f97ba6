import type { StaffRole } from '../../domain/finding.ts';
import type {
  RegisterCategory,
  RegisterHistoryRow,
  RegisterRecord,
  RegisterStatus,
  RegisterStep,
  Severity,
  Signer,
} from '../../domain/register.ts';

/** An entry; names and numbers of the contact and patient are masked unless they were opened with a reason. */
export interface EntryWire extends RegisterRecord {
  readonly overdue: boolean;
}

/** GET /api/registers */
export interface EntryList {
  readonly rows: readonly EntryWire[];
  readonly next: string | null;
}

/** GET /api/registers/counts */
export interface EntryCounts {
  readonly byStatus: Readonly<Record<RegisterStatus, number>>;
  readonly overdue: number;
  /** Of the overdue ones, those that each level was told of. */
  readonly told: { readonly heads: number; readonly conduct: number; readonly leaders: number };
}

/** A file that belongs to an entry. */
export interface AttachmentWire {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly by: Signer;
  readonly at: number;
  readonly deleted: { readonly by: Signer; readonly at: number; readonly reason: string } | null;
}

/** An entry that may say the same; `likeness` 0 to 1. */
interface SuspectWire {
  readonly number: string;
  readonly text: string;
  readonly receivedAt: number;
  readonly status: RegisterStatus;
  readonly likeness: number;
}

/** GET /api/registers/:kind/:number, and what every change answers. */
export interface EntryView {
  readonly entry: EntryWire;
  /** What the caller may do with it next. */
  readonly steps: readonly RegisterStep[];
  /** The responsible department has no head with an account: the conduct office answers for it. */
  readonly headless: boolean;
  /** `self`: the caller signed a finding, so somebody else approves · `leader`: nobody of the conduct office may, so a leader does. */
  readonly approval: 'self' | 'leader' | null;
  /** Of a praise: words of whom the roster knows nobody for certain, and whom they can be joined to. */
  readonly openNames: readonly string[];
  /** Columns that the caller may fill in. */
  readonly editable: readonly string[];
  /** Proposed as long as nobody has decided. */
  readonly advice: {
    readonly category: RegisterCategory | null;
    readonly department: string | null;
    readonly severity: Severity;
  };
  readonly suspects: readonly SuspectWire[];
  /** Numbers of entries that were linked to this one. */
  readonly linked: readonly string[];
  readonly attachments: readonly AttachmentWire[];
  readonly history: readonly RegisterHistoryRow[];
}

/** GET /api/registers/departments: what can be chosen as responsible. */
export interface DepartmentsWire {
  readonly departments: readonly string[];
  /** Those with an account of a head; for any other the conduct office answers. */
  readonly headed: readonly string[];
}

/** GET /api/registers/roster: whom a praise can be joined to. */
export interface StaffWire {
  readonly staff: readonly { readonly name: string; readonly role: StaffRole; readonly department: string }[];
}

/** POST /api/registers/:kind/:number/unmask */
export interface EntryContact {
  readonly contactName: string;
  readonly patientName: string;
  readonly recordNo: string;
  readonly phone: string;
  readonly address: string;
}

/** How often somebody was praised. */
export interface PraiseCountWire {
  readonly name: string;
  readonly department: string;
  readonly count: number;
  readonly numbers: readonly string[];
}

/** GET /api/praise */
export interface PraiseMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly persons: readonly PraiseCountWire[];
  readonly departments: readonly PraiseCountWire[];
  readonly entries: readonly EntryWire[];
}
