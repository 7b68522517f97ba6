import type { Endpoint } from '../endpoint.ts';
import { attachmentEndpoints } from './attachments.ts';
import type { RegisterApi } from './deps.ts';
import { changeEndpoints, readEndpoints } from './entries.ts';
import { printedEndpoints } from './printed.ts';

export type { RegisterApi } from './deps.ts';

/** The complaint/opinion register and the praise register. */
export function registerEndpoints(api: RegisterApi): readonly Endpoint[] {
  return [...readEndpoints(api), ...changeEndpoints(api), ...attachmentEndpoints(api), ...printedEndpoints(api)];
}
