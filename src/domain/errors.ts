/**
 * Error catalogue: code → HTTP status and message. Expected outcomes are unions; these are for refusals a person or a
 * program has to read. Each code is documented in docs/errors.md (a test compares).
 */
export const ERRORS = {
  CONFIG_INVALID: { status: 500, message: 'flows.config.json is not valid' },
  ENV_INVALID: { status: 500, message: 'a setting in the environment is not valid' },
  DATA_DIR_UNWRITABLE: { status: 500, message: 'the data folder cannot be written' },
  PORT_BUSY: { status: 500, message: 'the port is in use' },
  STORE_VERSION: { status: 500, message: 'the data file was written by a newer version' },
  STORE_CORRUPT: { status: 500, message: 'the data file cannot be read' },
  STORE_LOCKED: { status: 500, message: 'another process uses the data file' },
  FILE_UNREADABLE: { status: 400, message: 'the file cannot be read' },
  IMPORT_COLUMNS: { status: 400, message: 'columns are missing in the discharge list' },
  BAD_REQUEST: { status: 400, message: 'the request is not valid' },
  NOT_FOUND: { status: 404, message: 'not found' },
  SNAPSHOT_INVALID: { status: 500, message: 'a stored conversation cannot be read' },
  DIALOGUE_INVALID: { status: 400, message: 'a dialogue file is not valid' },
  INTERNAL: { status: 500, message: 'internal error' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** `details` are lines a person can act on (path, value, what is allowed); never patient text or numbers. */
export class HuifangError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, details: readonly string[] = [], options?: ErrorOptions) {
    super([ERRORS[code].message, ...details].join('\n  '), options);
    this.name = 'HuifangError';
    this.code = code;
    this.details = details;
  }
}
