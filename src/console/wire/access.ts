import type { Role } from '../../access/roles.ts';

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
  readonly what: string;
  readonly subject: string;
  readonly why: string | null;
}

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
