import type { Marked } from '../sieve/guarded.ts';
import type { Token } from './lexicon.ts';
import type { Part, Verdict } from './part.types.ts';
import type { NamedPerson } from './people.ts';
import { verdictOf } from './polarity.ts';
import type { Scope } from './scope.ts';

const FILLERS =
  /[的了吧呢啊呀哦嗯很非常特别挺真太有点比较还算是也都对于我你他们这块方面那边个一些觉得感认为给打选回说整体总来就第因为主要原因理由哈咯嘛呗哎唉喂就个人而言,!?;:。、…~☺☹◇\s\d.'"]|小?姑娘们?|小姐姐们?|妹子|阿姨|但是|但|不过|可是|只是|而且|\b(?:the|was|were|is|are|with|i|am|i'm|very|really|quite|so|and|but|but the|my|it|they|their|of|in|to|all|overall|pretty|just|feel|think|say|would|yes|well|thanks|thank you|a|bit|not|isn't|wasn't|weren't|at all|it's)\b/g;

/** A stretch of a message and what was found in it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly opener: string;
  readonly scope: Scope;
  readonly tokens: readonly Token[];
  readonly names: readonly NamedPerson[];
  /** Shortcomings by pattern. */
  readonly patterns: readonly Token[];
}

/** Reads what one stretch says: of whom or what, how good, what went wrong, what was done well. */
export function readPart(message: Marked, stretch: Stretch): Part {
  const { start, end, opener, scope, tokens, names } = stretch;
  const text = message.text.slice(start, end);
  const roles = rolesOf(tokens, names);
  const faults = [...tokens.filter((t) => t.cat === 'fact'), ...stretch.patterns];
  const graded = [...gradesOf(message, stretch), ...scolded(text, start)];
  const verdicts = [...graded, ...judgementsOf(faults, graded, roles)];
  return {
    start,
    end,
    text,
    marks: message.marks,
    opener,
    scope,
    roles,
    things: excepts(text) && verdicts.length > 0 ? [] : thingsOf(tokens, faults, roles),
    names,
    overall: tokens.some((t) => t.cat === 'overall'),
    aspect: tokens.some((t) => t.cat === 'aspect'),
    all: tokens.some((t) => t.cat === 'all'),
    verdicts,
    faults,
    deeds: tokens.filter((t) => t.cat === 'deed'),
    content: faults.length > 0 || hasContent(text, stretch) || judgesAspect(tokens, verdicts),
  };
}

function rolesOf(tokens: readonly Token[], names: readonly NamedPerson[]): readonly string[] {
  const roles = tokens.filter((t) => t.cat === 'role').flatMap((t) => (t.value === 'medical' ? MEDICAL : [t.value]));
  return unique([...roles, ...names.flatMap((name) => name.role ?? [])]);
}
const MEDICAL: readonly string[] = ['doctor', 'nurse'];

/** Epithets grade only whoever is named with them. */
function gradesOf(message: Marked, { start, end, tokens, names }: Stretch): readonly Verdict[] {
  const named = names.length > 0 || tokens.some((t) => t.cat === 'role' || t.cat === 'overall');
  return tokens.flatMap((token) =>
    token.value === 'epithet' && !named ? [] : (verdictOf(token, message, start, end) ?? []),
  );
}

/** 庸医 names the role and judges it in one word. */
function scolded(text: string, start: number): readonly Verdict[] {
  const at = text.indexOf('庸医');
  if (at < 0) return [];
  return [{ grade: 'dissatisfied', confidence: 0.9, source: 'word', start: start + at, end: start + at + 2 }];
}

/** Shortcomings by pattern that judge: 太慢了 anybody, 时间太短 whoever is asked about. */
function judgementsOf(
  faults: readonly Token[],
  graded: readonly Verdict[],
  roles: readonly string[],
): readonly Verdict[] {
  return faults
    .filter((fault) => fault.cat === 'eval' || (fault.value === 'measure' && roles.length === 0))
    .filter((fault) => !graded.some((v) => v.start < fault.end && fault.start < v.end))
    .map(({ start, end }) => ({ grade: 'dissatisfied', confidence: 0.85, source: 'eval', start, end }));
}

/** 除了食堂都挺好: the thing is what the grade is not about. */
function excepts(text: string): boolean {
  return /除(?:了|开|去)/.test(text) && !/其他|其它|别的/.test(text);
}

/** Things by name; 太贵, 漏水 without one are about the house. */
function thingsOf(tokens: readonly Token[], faults: readonly Token[], roles: readonly string[]): readonly string[] {
  const things = unique(tokens.filter((t) => t.cat === 'thing').map((t) => t.value));
  return things.length === 0 && roles.length === 0 && faults.some((fault) => fault.value === 'condition')
    ? ['environment']
    : things;
}

/** 态度差, 技术不行: names what is wrong, so it is a reason and not only a grade. */
function judgesAspect(tokens: readonly Token[], verdicts: readonly Verdict[]): boolean {
  return tokens.some((t) => t.cat === 'aspect') && verdicts.some((v) => v.grade !== 'satisfied');
}

/** Whether anything is left once grades, roles and fillers are taken away. */
function hasContent(text: string, { start, tokens, names }: Stretch): boolean {
  if (tokens.some((t) => t.cat === 'eval' || t.cat === 'fact' || t.cat === 'deed')) return true;
  const hidden = [...tokens.filter((t) => t.cat !== 'skip' && t.cat !== 'thing'), ...names].sort(
    (a, b) => a.start - b.start,
  );
  let rest = '';
  let at = 0;
  for (const token of hidden) {
    rest += text.slice(at, Math.max(token.start - start, at));
    at = Math.max(at, token.end - start);
  }
  rest += text.slice(at);
  return rest.length >= 2 && rest.replace(FILLERS, '').length >= 2;
}

function unique(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}
