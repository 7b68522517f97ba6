import type { Finding, PlainFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import type { Guarded } from '../sieve/guarded.ts';
import { needsOf } from '../sieve/needs.ts';

export type PlainKind = PlainFinding['kind'];

/** How sure a rule is, and the id under which staff see it. */
export type Rule = readonly [confidence: number, evidence: string];

/** A finding without details over a stretch of the normalised text. */
export function plain(
  n: Normalised,
  kind: PlainKind,
  at: { readonly start: number; readonly end: number },
  [confidence, evidence]: Rule,
): PlainFinding {
  return { kind, span: spanOf(n, at.start, at.end), confidence, evidence };
}

/** The whole message as a finding without details. */
export function whole(n: Normalised, kind: PlainKind, confidence: number, evidence: string): PlainFinding {
  return plain(n, kind, { start: 0, end: n.text.length }, [confidence, evidence]);
}

/** The first match of a pattern as a finding, or null. */
export function match(n: Normalised, kind: PlainKind, pattern: Guarded, rule: Rule): PlainFinding | null {
  const hit = pattern.exec(n);
  return hit === null ? null : plain(n, kind, { start: hit.index, end: hit.index + hit[0].length }, rule);
}

export function has(findings: readonly Finding[], ...kinds: readonly Finding['kind'][]): boolean {
  return findings.some((finding) => kinds.includes(finding.kind));
}

const OPENING =
  /^(?:[\s,.!?;。、…~:☺☹◇]|喂|你好|嗨|哈喽|哎|唉|嗯(?=嗯*[^嗯])|哦(?=哦*[^哦])|喔(?=.)|噢(?=.)|啊(?=[,不])|呃|额|那个,|那(?=[可行好就你问说没])|hello\b|hi\b|oh\b|um\b|well\b){1,24}/;
/** Most messages begin and end otherwise, and are their own core. */
const CORE_AFTER = new Set(needsOf(OPENING).first ?? '');

/** The text without leading and trailing politeness, punctuation and particles: what a short answer comes down to. */
export function coreOf(text: string): string {
  const rest = CORE_AFTER.has(text[0] ?? '') ? text.replace(OPENING, '') : text;
  const ends = POLITE_LAST.has(rest[rest.length - 1] ?? '') || rest.includes('祝');
  return ends ? rest.replace(POLITE_END, '') : rest;
}

const POLITE =
  '(?:[\\s,.!?;。、…~:☺☹◇]|谢谢(?:你们?|了|大家)?|感谢(?:你们?)?|多谢(?:了|你们?)?|辛苦(?:了|你们?了?)?|再见|拜拜|bye|亲|哒|滴(?=$)|哈|吧|啊|呀|呢|哦|喔|噢|啦|咯|哟|嘛|呗|哩|诶|耶|thanks|thank you|please)';
/** A wish may hold any words, so that it stands outside of what may repeat freely. */
const POLITE_END = new RegExp(`${POLITE}{0,24}(?:祝[^,!?;。]{2,10}${POLITE}{0,12}){0,2}$`);
const POLITE_LAST = new Set(needsOf(new RegExp(POLITE)).last ?? '');
