/** One value that two configurations do not share; undefined on the side that lacks it. */
export interface Difference {
  /** As in fault lines: `followup.questions[2].ask.en`. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const flat = (value: unknown) => typeof value !== 'object' || value === null;

/** Lists of plain values (days, words) are shown whole: one word more would otherwise shift all the others. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every(flat);
}

/** Not what every object inherits: a file may well say `constructor`. */
function own(members: Members, key: string): unknown {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

/** Everything in which two parsed files differ, value by value, in the order of the newer one; what is gone comes last. */
export function differences(from: unknown, to: unknown, path = ''): readonly Difference[] {
  if (isObject(from) && isObject(to)) {
    const keys = [...Object.keys(to), ...Object.keys(from).filter((key) => !Object.hasOwn(to, key))];
    return keys.flatMap((key) => differences(own(from, key), own(to, key), path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(from) && Array.isArray(to) && !(isPlainList(from) && isPlainList(to))) {
    const longer = from.length > to.length ? from : to;
    return longer.flatMap((_, index) => differences(from[index], to[index], `${path}[${String(index)}]`));
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
}
