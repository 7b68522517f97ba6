/** `{time}`: a place that a standard reply leaves for the officer. */
const HOLE = /\{[^{}]{1,30}\}/gu;

/** Places that nobody has filled in yet. */
export function holesIn(text: string): readonly string[] {
  return [...new Set(text.match(HOLE) ?? [])];
}
