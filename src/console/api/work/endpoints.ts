import type { Endpoint } from '../endpoint.ts';
import { workCallback } from './callback.ts';
import type { WorkDeps } from './deps.ts';
import { workLists } from './lists.ts';
import { workOne } from './one.ts';
import { workResults } from './results.ts';

export type { WorkDeps } from './deps.ts';

/** Appointment requests, callbacks, notes: the desk and the promise ledger. */
export function workEndpoints(deps: WorkDeps): readonly Endpoint[] {
  // Fixed paths before those with an id.
  return [...workLists(deps), ...workOne(deps), ...workResults(deps), workCallback(deps)];
}
