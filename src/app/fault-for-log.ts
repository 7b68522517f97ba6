import { HuifangError } from '../domain/errors.ts';

/** What the log keeps of an error. */
export interface LoggedFault {
  /** Name of the error's class. */
  readonly type: string;
  readonly code?: string;
  /** Its message, where that is harmless. */
  readonly detail?: string;
  /** Where it happened: the frames without the message. */
  readonly stack?: string;
  readonly cause?: LoggedFault;
}

const MAX_CAUSES = 3;

/**
 * An error's message may quote what it stumbled over: `JSON.parse` shows the text it could not read. So messages are kept
 * only where nothing of a patient can be in them: refusals of ours, faults of a program (TypeError, ReferenceError), and
 * what the operating system or the database say, which carry a code.
 */
function messageOf(error: Error, code: string | undefined): string | undefined {
  const harmless = error instanceof HuifangError || error instanceof TypeError || error instanceof ReferenceError;
  return harmless || (code !== undefined && /^(E[A-Z0-9]+|SQLITE_[A-Z_]+)$/.test(code)) ? error.message : undefined;
}

/** An error for the log: kind, place and code, and no value that may be a patient's. */
export function faultForLog(error: unknown, depth = 0): LoggedFault {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const detail = messageOf(error, code);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
    ...(frames === undefined ? {} : { stack: frames.join('\n') }),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: faultForLog(error.cause, depth + 1) }),
  };
}
