import type { Role } from '../../access/roles.ts';
import type { RegisterKind } from '../../domain/vocabulary.ts';
import type { TaskKind } from '../../domain/work.ts';

/** One account, as the accounts page and its owner see it. */
export interface AccountView {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string | null;
  readonly staffName: string | null;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** One of one's own sessions. Instants by the machine's clock, epoch ms. */
export interface OwnSession {
  readonly id: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly device: string;
  /** The one that asks. */
  readonly current: boolean;
}

/** `POST /api/account/totp/offer`: what the app scans; nothing is kept until it is confirmed. */
export interface TotpOffer {
  readonly secret: string;
  /** A `data:` URL of a PNG. */
  readonly qr: string;
}

/** `GET /api/accounts/roster` */
export interface RosterView {
  readonly departments: readonly string[];
  readonly staffNames: readonly string[];
}

/** The password is told this once. */
export interface PasswordGiven {
  readonly account: AccountView;
  readonly oneTimePassword: string;
}

export interface AuditLine {
  readonly no: number;
  /** Epoch ms. */
  readonly at: number;
  /** `account:<id>`, `cli:<login>` … */
  readonly who: string;
  /** The name of the account, where it is one. */
  readonly name: string | null;
  /** `conversation.claim` … */
  readonly what: string;
  /** Code of the refusal: it was asked for and not done. null: it was done. */
  readonly refused: string | null;
  readonly subject: string;
  /** Whom or what the subject means, where that can be looked up. */
  readonly about: readonly AuditAbout[];
  readonly why: string | null;
}

/** What a row of the audit is about, for people. `name` of a patient: masked; null: nobody known. */
export type AuditAbout =
  | { readonly type: 'account'; readonly name: string }
  | { readonly type: 'patient'; readonly name: string | null }
  | { readonly type: 'task'; readonly kind: TaskKind; readonly name: string | null }
  | { readonly type: 'entry'; readonly kind: RegisterKind; readonly number: string }
  /** Day, name and officer of a shift. */
  | { readonly type: 'shift'; readonly day: string; readonly name: string; readonly person: string };

export interface AuditPage {
  readonly rows: readonly AuditLine[];
  /** For `before`; null: that was all. */
  readonly next: number | null;
}

/** `GET /api/audit/check` */
export type AuditState =
  | {
      readonly intact: true;
      readonly rows: number;
      readonly head: { readonly no: number; readonly hash: string } | null;
    }
  | { readonly intact: false; readonly rows: number; readonly brokenAt: number; readonly why: string };
