/** Excel takes no more characters in a cell. */
export const MAX_CELL_TEXT = 32_767;

/**
 * A text as it must be given to the writer of workbooks. `_x0041_` in it would be read as an escaped A. A text that is the name of a
 * member of every object (`constructor`) is escaped too: the writer looks its texts up in an object and would find that.
 */
export function excelText(text: string): string {
  const safe = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return safe in {} ? `_x${safe.charCodeAt(0).toString(16).padStart(4, '0')}_${safe.slice(1)}` : safe;
}
