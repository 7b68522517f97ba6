import type { FlowId } from '../domain/conversation.ts';
import type { Flow } from './flow.ts';
import { followup } from './followup/flow.ts';
import { inquiry } from './inquiry/flow.ts';

/** Every dialogue the service can hold. An explicit list: what is not here does not run. */
export const FLOWS: Readonly<Record<FlowId, Flow>> = { followup, inquiry };
