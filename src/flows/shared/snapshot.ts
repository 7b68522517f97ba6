import type { FlowId, SnapshotEnvelope } from '../../domain/conversation.ts';
import { HuifangError } from '../../domain/errors.ts';

/** What each field of a stored context must be. */
export type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

export const is = {
  boolean: (value: unknown): boolean => typeof value === 'boolean',
  number: (value: unknown): boolean => typeof value === 'number',
  numberOrNull: (value: unknown): boolean => value === null || typeof value === 'number',
  textOrNothing: (value: unknown): boolean => value === undefined || value === null || typeof value === 'string',
  textOrNull: (value: unknown): boolean => value === null || typeof value === 'string',
  texts: (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  list: (value: unknown): boolean => Array.isArray(value),
  object: (value: unknown): boolean => isObject(value),
  objectOrNull: (value: unknown): boolean => value === null || isObject(value),
} as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `interview.rating` for `{interview:'rating'}`; null for what is no state value with one active leaf. */
export function pathOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0) return null;
  const inner = pathOf(entry[1]);
  return inner === null ? null : `${entry[0]}.${inner}`;
}

function faultsOf(snapshot: SnapshotEnvelope, shape: Shape): string[] {
  const { context } = snapshot;
  if (!isObject(context)) return ['context: an object is needed'];
  return Object.keys(shape)
    .filter((field) => shape[field]?.(context[field]) !== true)
    .map((field) => `context.${field}: not as expected`);
}

/**
 * Refuses a stored snapshot that is not of this flow and version, or whose state or context a machine of this version
 * could not have written. XState itself would accept it silently (models.md section 5).
 */
export function checkSnapshot(
  snapshot: SnapshotEnvelope,
  expected: { flow: FlowId; version: number; states: ReadonlySet<string>; shape: Shape },
): void {
  const faults: string[] = [];
  const format: number = snapshot.format;
  if (format !== 1) faults.push(`format: ${String(format)} is not known`);
  if (snapshot.flow !== expected.flow) faults.push(`flow: ${snapshot.flow} instead of ${expected.flow}`);
  if (snapshot.flowVersion !== expected.version)
    faults.push(`flowVersion: ${String(snapshot.flowVersion)} instead of ${String(expected.version)}`);
  const path = pathOf(snapshot.value);
  if (path === null || !expected.states.has(path)) faults.push('value: no state of this flow');
  faults.push(...faultsOf(snapshot, expected.shape));
  if (faults.length > 0) throw new HuifangError('SNAPSHOT_INVALID', faults);
}

/** The function with its last result kept, for a call with the same arguments again. */
export function remembered<A extends readonly object[], R>(compute: (...given: A) => R): (...given: A) => R {
  let last: { readonly given: A; readonly result: R } | undefined;
  return (...given) => {
    if (last?.given.every((one, index) => one === given[index]) === true) return last.result;
    const result = compute(...given);
    last = { given, result };
    return result;
  };
}
