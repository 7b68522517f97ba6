import type { ServerResponse } from 'node:http';
import { answer } from './http.ts';
import type { Fault } from './types.ts';

/** What a random fault is drawn from. */
export const RANDOM_FAULTS: readonly Fault[] = [
  { kind: 'too_many', retryAfter: 1 },
  { kind: 'server_error', when: 'before' },
  { kind: 'server_error', when: 'after' },
  { kind: 'reset', when: 'after' },
  { kind: 'reset', when: 'before' },
  { kind: 'callbacks_first' },
];

const REFUSAL_STATUS: Readonly<Record<number, number>> = { 20003: 401, 20429: 429, 20404: 404 };

/** Carries out a fault that happens before the message is accepted; false if it is none of that kind. */
export function failBefore(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'too_many': {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
      answer(response, 429, { code: 20429, message: 'too many requests', status: 429 });
      return true;
    }
    case 'refuse': {
      const status = fault.status ?? REFUSAL_STATUS[fault.code] ?? 400;
      answer(response, status, { code: fault.code, message: 'refused', status });
      return true;
    }
    case 'server_error':
    case 'silence':
    case 'reset':
      return fault.when === 'before' && breakDown(fault, response);
    case 'undelivered':
    case 'callbacks_first':
      return false;
  }
}

/** The same for one that happens after acceptance. */
export function failAfter(fault: Fault, response: ServerResponse): boolean {
  return 'when' in fault && fault.when === 'after' && breakDown(fault, response);
}

function breakDown(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'server_error') answer(response, fault.status ?? 503, { code: 20503, status: 503 });
  else if (fault.kind === 'reset') response.socket?.destroy();
  // Silence: the caller's time-out ends it.
  return true;
}
