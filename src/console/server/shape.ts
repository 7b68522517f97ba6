import type { z } from 'zod';
import { HuifangError } from '../../domain/errors.ts';

type Part = 'params' | 'query' | 'body';

/** The shapes a call must have. */
export interface Shapes {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
}

/**
 * The parts of a call in the shape that the endpoint names. Throws BAD_REQUEST with the fields, what is wrong and what is allowed; never
 * with the value, which may be a patient's.
 */
export function shaped(shapes: Shapes, given: Readonly<Record<Part, unknown>>): Readonly<Record<Part, unknown>> {
  const faults: string[] = [];
  const read = (part: Part, value: unknown): unknown => {
    const schema = shapes[part];
    if (schema === undefined) {
      if (part === 'body' && value !== undefined && value !== null) faults.push('body: not expected — allowed: none');
      return undefined;
    }
    const fault = strange(value);
    if (fault !== undefined) {
      faults.push(`${part}: ${fault}`);
      return undefined;
    }
    const parsed = schema.safeParse(part === 'body' ? (value ?? {}) : value);
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map((issue) => faultLine(part, issue)));
    return undefined;
  };
  const parts = {
    params: read('params', given.params),
    query: read('query', given.query),
    body: read('body', given.body),
  };
  if (faults.length > 0) throw new HuifangError('BAD_REQUEST', faults);
  return parts;
}

/** No call of ours is nested deeper; what walks a value level by level would run out of stack. */
const DEEPEST = 32;

/**
 * What no shape asks for and no page sends. Zero characters: texts end there in the database, what stands behind would be lost, or two
 * ids would be one.
 */
function strange(value: unknown, level = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? 'a zero character — allowed: none' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (level === DEEPEST) return `nested too deep — allowed: ${String(DEEPEST)} levels`;
  for (const [key, member] of Object.entries(value)) {
    const fault = strange(key) ?? strange(member, level + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultLine(part: Part, { path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? part : path.map(String).join('.')}: ${message}`;
}
