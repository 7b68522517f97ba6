import { ACT, type OpinionFinding, type StaffCandidate, type StaffMention } from '../../domain/finding.ts';
import type { PersonMemory } from './memory.ts';

/** Said of nearly every opinion: that two share it does not make them one matter. */
const ROLES: ReadonlySet<string> = new Set(['doctor', 'nurse']);
const ROLE_NAME: Readonly<Record<'doctor' | 'nurse', string>> = { doctor: '医生', nurse: '护士' };

/** The one who is certainly meant, if that is known. */
function certain({ candidates, confidence }: StaffMention): StaffCandidate | null {
  const [first] = candidates;
  return first !== undefined && candidates.length === 1 && confidence >= ACT ? first : null;
}

/** Whom of the staff opinions mean, as far as later messages need it. Departments are no people. */
export function peopleOf(findings: readonly OpinionFinding[]): readonly PersonMemory[] {
  return mentionsOf(findings)
    .filter(({ candidates }) => candidates.every(({ role }) => role !== 'department'))
    .map((mention) => ({ written: mention.written, name: certain(mention)?.name ?? null }));
}

/** Whether both mean somebody in common: by name where both are certain, else by the same words, never by a guess. */
export function sameAnybody(some: readonly PersonMemory[], others: readonly PersonMemory[]): boolean {
  return some.some((one) =>
    others.some((other) =>
      one.name !== null && other.name !== null ? one.name === other.name : one.written === other.written,
    ),
  );
}

/** Whether two opinions about different people are about one thing all the same (the fees, the food). */
export function sharesMore(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => /^[a-z_]+$/.test(one) && !ROLES.has(one) && others.includes(one));
}

/**
 * What opinions concern, as staff read it in the register: whom the roster knows for certain by name, role and department,
 * and a guess in words that nobody can take for more. Written for staff only: no patient ever reads it (handbook section 5).
 */
export function describeConcerns(findings: readonly OpinionFinding[]): readonly string[] {
  const mentions = mentionsOf(findings);
  const said = new Set(mentions.filter(saysItself).map(({ written }) => written));
  const concerns = findings.flatMap((f) => f.concerns).filter((concern) => !said.has(concern));
  return [...new Set([...concerns, ...mentions.map(describe)])];
}

function mentionsOf(findings: readonly OpinionFinding[]): readonly StaffMention[] {
  return findings.flatMap(({ people }) => people ?? []);
}

/** The description holds what was written; it need not stand there twice. */
function saysItself(mention: StaffMention): boolean {
  const person = certain(mention);
  return person === null || mention.written === person.name;
}

/** 李小琴（护士，骨科） · 李护士（可能是李小琴，待核实） · 李护士（可能是李小琴、李敏） · 骨科 · 三楼（可能是儿科，待核实）. */
function describe(mention: StaffMention): string {
  const { written, candidates } = mention;
  const person = certain(mention);
  if (person === null) {
    const names = candidates.map(({ name }) => name).join('、');
    return candidates.length === 1 ? `${written}（可能是${names}，待核实）` : `${written}（可能是${names}）`;
  }
  const { name, role, departments } = person;
  if (role === 'department') return written === name ? name : `${name}（${written}）`;
  const where = departments.join('或');
  return `${name}（${ROLE_NAME[role]}${where === '' ? '' : `，${where}`}）`;
}
