export type { Colleague, SessionView } from './access.ts';

/** POST /api/session */
export interface SignIn {
  readonly userName: string;
  readonly password: string;
  /** Six digits; asked for with TOTP_NEEDED. */
  readonly totp?: string;
}

/** POST /api/session/password */
export interface PasswordChange {
  readonly old: string;
  readonly new: string;
}

/** What is wrong, as every refusal says it (server/error-response.ts). */
export interface ErrorAnswer {
  readonly error: string;
  readonly code: string;
  readonly details: readonly string[];
}
