export { createTriage } from './triage.ts';
export type { Triage, TriageModel, TriageResult } from './triage.types.ts';
