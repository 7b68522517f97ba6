import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { HuifangError } from '../../src/domain/errors.ts';

const SHIPPED = fileURLToPath(new URL('../../flows.config.json', import.meta.url));

/** The shipped file, parsed anew. */
export function shippedJson(): Record<string, unknown> {
  return JSON.parse(readFileSync(SHIPPED, 'utf8')) as Record<string, unknown>;
}

/** Sets the value at a path such as `followup.questions.0.id`; undefined removes it. */
export function put(json: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place = json;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return json;
}

/** The fault lines of a file; none if it is taken. */
export function faultsOf(json: unknown): readonly string[] {
  try {
    loadHospitalConfig(json);
    return [];
  } catch (error) {
    if (error instanceof HuifangError && error.code === 'CONFIG_INVALID') return error.details;
    throw error;
  }
}
