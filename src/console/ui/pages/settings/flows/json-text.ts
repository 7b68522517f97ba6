/** A path into the settings: `['followup', 'questions', 0, 'ask']`. */
export type JsonPath = readonly (string | number)[];
export type JsonObject = Readonly<Record<string, unknown>>;

/** The text as an object; null while it is none. */
export function parsed(text: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : null;
  } catch {
    return null;
  }
}

export function valueAt(root: unknown, path: JsonPath): unknown {
  let value: unknown = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function changed(value: unknown, path: JsonPath, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (typeof step === 'number' || Array.isArray(value)) {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    list[Number(step)] = changed(list[Number(step)], rest, next);
    return list;
  }
  const members = typeof value === 'object' && value !== null ? { ...(value as Record<string, unknown>) } : {};
  const inner = changed(members[step], rest, next);
  if (inner === undefined) Reflect.deleteProperty(members, step);
  else members[step] = inner;
  return members;
}

/** The same text with another value at a path; undefined removes it. Written as the file that comes with the service is. */
export function withValue(text: string, path: JsonPath, next: unknown): string {
  return `${JSON.stringify(changed(parsed(text) ?? {}, path, next), null, 2)}\n`;
}
