import type { Clause } from '../clauses.ts';
import type { Token } from './lexicon.ts';
import type { NamedPerson } from './people.ts';
import { readTokens } from './tokens.ts';

/** Words after which something was said of whoever was named. */
const SAYING = new Set<string>(['pos', 'mid', 'neg', 'eval', 'fact', 'deed']);
/** Behind a name 好 grades; alone (小李好) it greets. */
const GOOD = /^(?:很|挺|真|蛮|可|是|人)?好(?:的|啊|呀)?[,。!]?$/;
/** Leads in the next one: 但那个小王. */
const LEADS_IN = /(?:但是|但|可是|可|就是|不过|而)?(?:那个|这个|那|这)?$/;

/** Cuts a clause where, after something was said of one person, it turns to another by name (小李好小王不行). */
export function turnsIn(clause: Clause, names: readonly NamedPerson[]): readonly Clause[] {
  const inside = names.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  if (inside.length < 2) return [clause];
  const cuts = [...inside]
    .sort((a, b) => a.start - b.start)
    .flatMap((name, i, all) => {
      const next = all[i + 1];
      if (next === undefined) return [];
      const between = clause.text.slice(name.end - clause.start, next.start - clause.start);
      return says(between) ? [next.start - (LEADS_IN.exec(between)?.[0].length ?? 0)] : [];
    });
  const borders = [clause.start, ...cuts, clause.end];
  return borders.slice(1).map((end, i) => {
    const start = borders[i] ?? clause.start;
    const text = clause.text.slice(start - clause.start, end - clause.start);
    return { start, end, text, opener: i === 0 ? clause.opener : 'inner' };
  });
}

function says(between: string): boolean {
  return GOOD.test(between) || readTokens(between).some(({ cat }) => SAYING.has(cat));
}

/** 小李好 beside another one named. */
export function goodOfNames(clause: Clause, names: readonly NamedPerson[]): readonly Token[] {
  if (names.length < 2) return [];
  return names
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .filter(({ end }) => GOOD.test(clause.text.slice(end - clause.start)))
    .map(({ end }) => clause.start + clause.text.indexOf('好', end - clause.start))
    .map((at) => ({ cat: 'pos', value: 'word', start: at, end: at + 1 }));
}
