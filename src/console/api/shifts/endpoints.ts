import type { Endpoint } from '../endpoint.ts';
import type { ShiftDeps } from './deps.ts';
import { shiftLists } from './lists.ts';
import { shiftPrint } from './print.ts';
import { shiftSigning } from './signing.ts';

export type { ShiftDeps } from './deps.ts';

/** Shifts and their handover (handbook section 7). */
export function shiftEndpoints(deps: ShiftDeps): readonly Endpoint[] {
  return [...shiftLists(deps), ...shiftSigning(deps), shiftPrint(deps)];
}
