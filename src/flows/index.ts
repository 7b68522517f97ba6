import type { FlowId } from '../domain/conversation.ts';
import { consultation } from './consultation/flow.ts';
import type { Flow } from './flow.ts';
import { followup } from './followup/flow.ts';

/** Every dialogue the service can hold. An explicit list: what is not here does not run. */
export const FLOWS: Readonly<Record<FlowId, Flow>> = {
  followup,
  consultation,
  inquiry: consultation,
};
