/** A wording with holes such as `{hospital}`. There is no way to write a literal brace; nobody texts one to a patient. */
const HOLE = /\{([^{}]*)\}/g;

/** Names of the holes of `wording`, each once, in order. */
export function holesOf(wording: string): string[] {
  return [...new Set([...wording.matchAll(HOLE)].map((match) => match[1] ?? ''))];
}

/** Fills every hole; `valueOf` throws for a hole it has no value for. */
export function fill(wording: string, valueOf: (hole: string) => string): string {
  return wording.replace(HOLE, (_, hole: string) => valueOf(hole));
}
