import type { z } from 'zod';

/** Longest stretch of a faulty value that is quoted. */
const MAX_QUOTED = 60;

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** `followup.questions[2].id`; the root is `(file)`. */
function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${String(step)}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text === '' ? '(file)' : text;
}

function valueAt(root: unknown, path: Path): unknown {
  let value: unknown = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function quoted(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}…`;
}

function bound(issue: { readonly origin: string }, word: string, limit: number | bigint): string {
  const unit = { string: ' characters', array: ' entries' }[issue.origin] ?? '';
  return `${word} ${String(limit)}${unit}`;
}

/** What would be allowed, in words. */
function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      // A setting that is gone says where to look instead.
      if (issue.expected === 'never') return issue.message;
      return issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_small':
      return /^(at least|some)/.test(issue.message) ? issue.message : bound(issue, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue, 'at most', issue.maximum);
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

/**
 * One line for each fault: `path: value — allowed: …`. `root` is the file as parsed, from which the value is quoted. An
 * unknown key is a fault of its own path.
 */
export function faultLines(issues: readonly Issue[], root: unknown): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(
        (key) => `${pathText([...issue.path, key])}: unknown setting — allowed: nothing of this name`,
      );
    return [`${pathText(issue.path)}: ${quoted(valueAt(root, issue.path))} — allowed: ${allowed(issue)}`];
  });
}
