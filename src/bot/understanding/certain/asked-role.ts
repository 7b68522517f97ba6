import type { Finding, OpinionFinding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import type { ReadCertain } from './certain.types.ts';

const ROLES: readonly string[] = ['doctor', 'nurse'];

/**
 * 夜里查房开大灯, asked what fell short of the nurses: work that either may have done is theirs who were asked about. Words that name
 * the other one mean the other one.
 */
export const readAskedRole: ReadCertain = (reading, found) => {
  const role = askedRole(reading);
  if (role === null) return null;
  const named = new Set(reading.parts.flatMap(({ roles }) => roles));
  const implied = ROLES.filter((one) => one !== role && !named.has(one));
  const isImplied = (one: Finding): one is OpinionFinding =>
    (one.kind === 'complaint' || one.kind === 'suggestion') && one.concerns.some((who) => implied.includes(who));
  const meant = found.filter(isImplied).map((one) => ({
    ...one,
    concerns: [...new Set(one.concerns.map((who) => (implied.includes(who) ? role : who)))],
  }));
  return meant.length === 0 ? null : { adds: meant, drops: isImplied };
};

/** Whose grade lacks its reason, where that is one role. */
function askedRole({ context }: RulesReading): string | null {
  const { schema, about } = context.question;
  if (schema !== 'reason') return null;
  const [role, ...more] = context.questions.find(({ id }) => id === about)?.roles ?? [];
  return role !== undefined && more.length === 0 && ROLES.includes(role) ? role : null;
}
