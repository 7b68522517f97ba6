import type { SnapshotEnvelope } from '../../domain/conversation.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { Flow, FlowEvent, StepEnv, StepResult } from '../../flows/flow.ts';

/** Snapshots of a newer version than the running flow are refused; older ones are brought up to date. */
function current(flow: Flow, snapshot: SnapshotEnvelope): SnapshotEnvelope {
  const format: number = snapshot.format;
  const faults: string[] = [];
  if (format !== 1) faults.push(`format: ${String(format)} is not known`);
  const known = snapshot.flow === flow.id || flow.formerIds?.includes(snapshot.flow) === true;
  if (!known) faults.push(`flow: ${snapshot.flow} instead of ${flow.id}`);
  if (snapshot.flowVersion > flow.version)
    faults.push(`flowVersion: ${String(snapshot.flowVersion)} is newer than ${String(flow.version)}`);
  if (faults.length > 0) throw new HuifangError('SNAPSHOT_INVALID', faults);
  return snapshot.flow === flow.id && snapshot.flowVersion === flow.version ? snapshot : flow.migrate(snapshot);
}

/** One turn of a dialogue. Without a snapshot the dialogue begins. Pure: what is to be done comes back as effects. */
export function step(flow: Flow, snapshot: SnapshotEnvelope | null, event: FlowEvent, env: StepEnv): StepResult {
  return snapshot === null ? flow.start(event, env) : flow.step(current(flow, snapshot), event, env);
}
