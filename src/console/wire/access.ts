import type { Permission, Role } from '../../access/roles.ts';
import type { Language } from '../../domain/language.ts';

/** What the pages say of this service. */
export interface ConsoleAbout {
  /** Of the hospital, as its configuration names it. */
  readonly hospital: Readonly<Record<Language, string>>;
  /** A simulated carrier: nothing leaves this machine. */
  readonly demo: boolean;
  /** IANA zone of all days and hours. */
  readonly zone: string;
}

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

/** `GET /api/session`, and the answer to signing in. */
export interface SessionView {
  readonly account: AccountView;
  readonly permissions: readonly Permission[];
  /** Nothing else works until it is changed. */
  readonly mustChangePassword: boolean;
  readonly about: ConsoleAbout;
  /** The service's clock, epoch ms: the demo's can be ahead of the machine's. */
  readonly now: number;
  readonly languages: readonly Language[];
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

/** Somebody work can be given to, or who can be mentioned. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string | null;
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
