import type { Department, FaqEntry } from '../knowledge.types.ts';
import type { Faults } from './reader.ts';
import { RULES } from './rules.ts';

/** Ids are unique within their list. */
export function checkIds(list: readonly { readonly id: string }[], name: string, faults: Faults): void {
  const seen = new Set<string>();
  list.forEach(({ id }, i) => {
    if (id !== '' && seen.has(id)) faults.add(`${name}[${String(i)}].id`, id, RULES.once);
    seen.add(id);
  });
}

/**
 * A full name means one department. An alias may stand under several, and is asked about then; that it is the full name of
 * another would always be read as the other.
 */
export function checkNames(departments: readonly Department[], faults: Faults): void {
  const names = new Map<string, number>();
  departments.forEach(({ name }, i) => {
    if (name !== '' && names.has(name)) faults.add(`departments[${String(i)}].name`, name, RULES.otherName);
    else names.set(name, i);
  });
  departments.forEach(({ aliases }, i) => {
    aliases.forEach((alias, j) => {
      const owner = alias === '' ? undefined : names.get(alias);
      if (owner === undefined || owner === i) return;
      faults.add(`departments[${String(i)}].aliases[${String(j)}]`, alias, RULES.otherName);
    });
  });
}

/** The same phrasing under two entries would have two answers. */
export function checkPhrasings(faq: readonly FaqEntry[], faults: Faults): void {
  const seen = new Map<string, number>();
  faq.forEach(({ askedAs }, i) => {
    askedAs.forEach((phrasing, j) => {
      const owner = seen.get(phrasing) ?? i;
      if (phrasing !== '' && owner !== i) faults.add(`faq[${String(i)}].askedAs[${String(j)}]`, phrasing, RULES.asked);
      seen.set(phrasing, owner);
    });
  });
}
