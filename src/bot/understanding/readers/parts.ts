import type { Clause } from '../clauses.ts';
import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Roster } from '../understand.types.ts';
import { readFaultPatterns } from './fault-patterns.ts';
import type { Token } from './lexicon.ts';
import { readPart } from './part.ts';
import type { Part } from './part.types.ts';
import { type NamedPerson, readNames } from './people.ts';
import { type Scope, scopeOf } from './scope.ts';
import { readTokens } from './tokens.ts';
import { goodOfNames, turnsIn } from './turns.ts';

/** Words after which a clause has said something of whoever it named. */
const SAYING = new Set<string>(['pos', 'mid', 'neg', 'eval', 'fact']);
const NAMING = new Set<string>(['role', 'overall']);
/** Stands before the next one named and belongs to it: …挺好的，那个护士…, 对护士…. */
const LEADS_IN = /(?:(?:但|就)?(?:那个|这个|那些|这些|那|这)|对|跟|和|与|至于|说到)$/;

const SORRY = guarded(/抱歉|对不[住起]|不好意思|见谅|别介意|别往心里|莫见怪|sorry|apolog/);

/** Takes a message apart into stretches about one person or thing, each with its grades, faults and deeds. */
export function readParts(n: Normalised, roster: Roster): readonly Part[] {
  const names = readNames(n, roster);
  const clauses = joined(n.clauses).flatMap((clause) => turnsIn(clause, names));
  const tokens = tokensOf(n.text, clauses, names);
  const patterns = readFaultPatterns(n);
  const parts: Part[] = [];
  const sorry = SORRY.test(n);
  let before: Scope | null = null;
  for (const clause of clauses) {
    const scope: Scope = scopeOf(
      { text: clause.text, marks: n.marks },
      clause.opener === 'newline' ? null : before,
      n.text[clause.end] === '?',
      sorry,
    );
    before = scope;
    for (const [start, end] of split(clause, tokens)) {
      const inside = (at: Pick<Token, 'start' | 'end'>): boolean => at.start >= start && at.end <= end;
      const stretch = {
        start,
        end,
        opener: start === clause.start ? clause.opener : 'inner',
        scope,
        tokens: tokens.filter(inside),
        names: names.filter(inside),
        patterns: patterns.filter(inside),
      };
      parts.push(readPart(n, stretch));
    }
  }
  return parts.map((part, i) => echoed(withContrast(part, parts[i - 1]), parts[i - 1]));
}

/** Words never reach over a blank that parts two clauses (护士 医生 are two), nor from one person to the next. */
function tokensOf(text: string, clauses: readonly Clause[], names: readonly NamedPerson[]): readonly Token[] {
  const good = clauses.flatMap((clause) => goodOfNames(clause, names));
  const parted = clauses.some(({ opener }) => opener === 'blank' || opener === 'inner');
  const tokens = parted ? clauses.flatMap(tokensIn) : readTokens(text);
  if (good.length === 0) return tokens;
  const fresh = good.filter(({ start }) => !tokens.some((token) => token.start <= start && start < token.end));
  return [...tokens, ...fresh].sort((a, b) => a.start - b.start);
}

function tokensIn(clause: Clause): readonly Token[] {
  return readTokens(clause.text).map((token) => ({
    ...token,
    start: token.start + clause.start,
    end: token.end + clause.start,
  }));
}

/** 那个医生就是个混蛋: 就是 behind a bare subject sets nothing against anything. */
function joined(clauses: readonly Clause[]): readonly Clause[] {
  if (!clauses.some(({ opener, text }) => opener === 'contrast' && text.startsWith('就是'))) return clauses;
  const list: Clause[] = [];
  for (const clause of clauses) {
    const last = list.at(-1);
    const subject = last !== undefined && last.end === clause.start && SUBJECT.test(last.text);
    if (last !== undefined && subject && clause.opener === 'contrast' && clause.text.startsWith('就是'))
      list[list.length - 1] = { ...last, end: clause.end, text: last.text + clause.text };
    else list.push(clause);
  }
  return list;
}
const SUBJECT = /^[^,]{0,8}(?:医生|大夫|护士长?|主任|护工|护理|医院|食堂|保安|保洁|他们?|[\u4e00-\u9fff]某)$/;

/** What 就是 or 但 sets against good words is a fault, whatever it is called (态度好，就是话少); these say something else. */
const NO_FAULT =
  /我(?!们)|现在|更|最好|也(?:很|挺)?好|不错|时间|忙|谢|不知道|没什么|没有(?:别的|其他|什么)|没啥|问题不大|希望|建议|你们?(?:打|发|问)|满意|\b(?:i|thanks|now|busy|time|please)\b/;

function withContrast(part: Part, before: Part | undefined): Part {
  if (
    part.opener !== 'contrast' ||
    before === undefined ||
    !before.verdicts.some((said) => said.grade !== 'dissatisfied')
  )
    return part;
  const tells =
    part.content && part.text.length >= 4 && part.verdicts.length + part.faults.length + part.deeds.length === 0;
  const real = !part.scope.hypothetical && !part.scope.thirdParty && !part.scope.wish && !part.scope.question;
  if (!tells || !real || NO_FAULT.test(part.text)) return part;
  return { ...part, faults: [{ cat: 'fact', value: 'contrast', start: part.start, end: part.end }] };
}

/** 医生不错，护士也不差: 也 says as much of this one as of the one before; alone it says a little less. */
const ALSO_GOOD = /^也不(?:算)?[差坏孬赖]$/;

function echoed(part: Part, before: Part | undefined): Part {
  const [said, ...more] = part.verdicts;
  if (said === undefined || more.length > 0 || said.grade !== 'mostly_satisfied' || before === undefined) return part;
  const praised = before.verdicts.length > 0 && before.verdicts.every(({ grade }) => grade === 'satisfied');
  if (!praised || !ALSO_GOOD.test(part.text.slice(said.start - part.start, said.end - part.start))) return part;
  return { ...part, verdicts: [{ ...said, grade: 'satisfied' }] };
}

/** Cuts a clause where, after something was said of one, it turns to another role (医生很好护士很差). */
function split(clause: Clause, tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const cuts: number[] = [];
  let said = -1;
  let role: string | null = null;
  for (const token of tokens) {
    if (token.start < clause.start || token.end > clause.end) continue;
    if (SAYING.has(token.cat)) said = token.end;
    if (!NAMING.has(token.cat)) continue;
    if (said >= 0 && role !== null && token.value !== role) {
      const between = clause.text.slice(said - clause.start, token.start - clause.start);
      cuts.push(token.start - (LEADS_IN.exec(between)?.[0].length ?? 0));
      said = -1;
    }
    role = token.value;
    // 医生1护士2: the number says it.
    if (/^[:是选打给]?[123](?!\d)/.test(clause.text.slice(token.end - clause.start))) said = token.end + 1;
  }
  const borders = [clause.start, ...cuts, clause.end];
  return borders.slice(1).map((end, i) => [borders[i] ?? clause.start, end] as const);
}
