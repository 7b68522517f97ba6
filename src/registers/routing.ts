import type { RegisterCategory, RegisterRecord, Severity } from '../domain/register.ts';
import type { RoutingRule } from './settings.ts';

/** What is proposed for an entry that nobody has looked at; staff decide. */
export interface RoutingAdvice {
  readonly category: RegisterCategory | null;
  readonly department: string | null;
  readonly severity: Severity;
}

/** A death or a likely dispute (standards.md section 6). */
const GRAVE =
  /死亡|去世|过世|過世|没救过来|人没了|医疗事故|醫療事故|起诉|起訴|打官司|律师|律師|法院|died|death|lawsuit|lawyer/i;

/**
 * Category and office that the first fitting rule names. Where staff have chosen a category, rules of another one are passed over,
 * and the words need not occur.
 */
export function routingAdvice(
  entry: Pick<RegisterRecord, 'text' | 'concerns' | 'categories'>,
  rules: readonly RoutingRule[],
): RoutingAdvice {
  const [chosen] = entry.categories;
  const rule =
    chosen === undefined
      ? rules.find((one) => saysOf(one, entry) && concernsOf(one, entry))
      : (rules.find((one) => one.category === chosen && concernsOf(one, entry)) ??
        rules.find((one) => one.category === chosen));
  return {
    category: chosen ?? rule?.category ?? null,
    department: rule?.department ?? null,
    severity: GRAVE.test(entry.text) ? 'major' : 'ordinary',
  };
}

function saysOf({ words }: RoutingRule, { text }: Pick<RegisterRecord, 'text'>): boolean {
  return words.length === 0 || words.some((word) => text.includes(word));
}

function concernsOf({ concerns }: RoutingRule, entry: Pick<RegisterRecord, 'concerns'>): boolean {
  return concerns.length === 0 || concerns.some((one) => entry.concerns.includes(one));
}
