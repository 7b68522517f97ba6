import type { Permission, Role } from '../../access/roles.ts';
import type { Language } from '../../domain/language.ts';
import type { AccountView } from './access.ts';

/** What the pages say of this service. */
export interface ConsoleAbout {
  readonly hospital: Readonly<Record<Language, string>>;
  /** A simulated carrier: nothing leaves this machine. */
  readonly demo: boolean;
  /** IANA zone of all days and hours. */
  readonly zone: string;
}

/** GET /api/session: who is signed in, what they may do, and what every page needs to know of the hospital. */
export interface SessionView {
  readonly account: AccountView;
  readonly permissions: readonly Permission[];
  /** Nothing else is answered until the password was changed. */
  readonly mustChangePassword: boolean;
  readonly about: ConsoleAbout;
  /** The service's clock, epoch ms: the demo's can be ahead of the machine's. */
  readonly now: number;
}

/** POST /api/session */
export interface SignIn {
  readonly userName: string;
  readonly password: string;
  /** Six digits; asked for with TOTP_NEEDED. */
  readonly totp?: string;
}

/** A person of the staff as colleagues see them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string | null;
}

/** What is wrong, as every refusal says it (server/error-response.ts). */
export interface ErrorAnswer {
  readonly error: string;
  readonly code: string;
  readonly details: readonly string[];
}
