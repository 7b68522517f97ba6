import { FORBIDDEN, type ForbiddenWording } from './forbidden.lists.ts';

/** One forbidden wording found in a text. */
export interface ForbiddenHit {
  readonly wording: string;
  readonly reason: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
}

/** The hit of one rule, if any. */
export function hitOf(text: string, { pattern, reason }: ForbiddenWording): ForbiddenHit | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { wording: match[0].trim(), reason, start: match.index };
}

/** What in `text` a patient must not read (handbook section 5), in order of place; for phrases and for drafts of the staff, in any language. */
export function forbiddenIn(text: string): ForbiddenHit[] {
  return FORBIDDEN.map((rule) => hitOf(text, rule))
    .filter((hit) => hit !== undefined)
    .sort((a, b) => a.start - b.start);
}
