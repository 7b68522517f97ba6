import type { Ask } from '../asks/asks.ts';
import type { Attribute } from '../asks/attributes.lists.ts';
import type { EntityKind, Mention } from '../entities/entities.types.ts';
import type { Choice } from '../inquiry.types.ts';
import { departmentFact } from './departments.ts';
import { type Desk, type Fact, namedDepartment } from './desk.ts';
import { doctorFact, specialistsFact } from './doctors.ts';
import { hospitalFact, officeFact, openingFact } from './places.ts';
import { priceFact, pricesFact } from './prices.ts';

export { type Desk, type Fact, type Tables, tablesOf } from './desk.ts';

/** Which kind of thing an attribute is asked of, best first. */
const SUITS: Readonly<Record<Attribute | 'none', readonly EntityKind[]>> = {
  price: ['doctor', 'price', 'department'],
  insurance: ['price'],
  place: ['doctor', 'department', 'office', 'hours', 'price', 'hospital'],
  phone: ['doctor', 'department', 'office', 'hours', 'hospital'],
  hours: ['doctor', 'hours', 'department', 'office', 'hospital'],
  clinic: ['doctor', 'department', 'hours'],
  doctors: ['department'],
  intro: ['doctor', 'department'],
  bookable: ['doctor', 'department'],
  level: ['hospital'],
  result: ['price'],
  none: ['doctor', 'department', 'price', 'office', 'hours'],
};
/** Words for seeing a doctor at all: beside a department they say nothing of their own. */
export const GENERAL = /^(?:门诊|看病|看诊|看医生|急诊|clinic|outpatients?)$/;
const NIGHT = /夜|晚/;
const MOST_CHOICES = 3;

/** What the tables say to one ask; undefined when they hold nothing on it. */
export function factFor(desk: Desk, ask: Ask): Fact | undefined {
  const target = ofDepartment(desk, ask, targetOf(ask));
  const specialists = ask.attribute === 'doctors' ? specialistsIn(desk, target) : undefined;
  if (specialists !== undefined) return specialists;
  const items = target?.kind === 'price' ? ask.mentions.filter(({ kind }) => kind === 'price') : [];
  const listed = items.length > 1 && ask.attribute === 'price' ? pricesFact(desk, items) : undefined;
  return listed ?? (target === undefined ? undefined : about(desk, target, ask));
}

/** ICU几点可以探视: of several hours under one word those of the department that is named. */
function ofDepartment({ tables }: Desk, { mentions }: Ask, target: Mention | undefined): Mention | undefined {
  if (target?.kind !== 'hours' || target.candidates.length < 2) return target;
  const named = mentions.filter(({ kind }) => kind === 'department').flatMap(({ candidates }) => candidates);
  const names = named.flatMap(({ id }) => tables.departments.get(id)?.name ?? []);
  const own = target.candidates.filter(({ id }) => names.some((name) => tables.hours.get(id)?.label.includes(name)));
  return own.length === 0 ? target : { ...target, candidates: own };
}

function specialistsIn(desk: Desk, target: Mention | undefined): Fact | undefined {
  const department = target?.kind === 'department' ? target : undefined;
  // 神经内科 is where they are, and no speciality of theirs.
  const told = department === undefined ? desk : { ...desk, text: desk.text.replace(department.word, '') };
  return specialistsFact(told, department?.candidates[0]?.id ?? null);
}

/** Of what is named the one that the attribute is asked of. */
export function targetOf({ attribute, mentions }: Ask): Mention | undefined {
  const departments = mentions.filter(({ kind, candidates }) => kind === 'department' && candidates.length > 0);
  const usable = mentions.filter(
    (mention) =>
      !isHandle(mention, attribute) &&
      !(
        mention.kind === 'hours' &&
        (GENERAL.test(mention.word) || NIGHT.test(mention.word)) &&
        apart(mention, departments)
      ),
  );
  for (const kind of SUITS[attribute ?? 'none']) {
    const found = usable.find((mention) => mention.kind === kind);
    if (found !== undefined) return found;
  }
  return attribute === 'place' ? mentions.find(({ kind }) => kind === 'office') : undefined;
}

/** Something that an office does tells the office only when its place is asked. */
function isHandle({ kind, candidates }: Mention, attribute: Attribute | null): boolean {
  return (
    kind === 'office' &&
    candidates.every(({ via }) => via === 'handle') &&
    attribute !== 'place' &&
    attribute !== 'phone'
  );
}

/** A department is named by another word than this. */
function apart(mention: Mention, departments: readonly Mention[]): boolean {
  return departments.some(({ start }) => start !== mention.start);
}

function about(desk: Desk, mention: Mention, { attribute }: Ask): Fact | undefined {
  if (mention.kind === 'price') return priceFact(desk, mention, attribute);
  if (mention.kind === 'hospital') return hospitalFact(desk, attribute);
  const surest = surestOf(mention);
  if (surest.length > 1 && mention.kind !== 'hours') return chooseFrom(desk, mention, surest);
  const [id = ''] = surest;
  return aboutOne(desk, mention.kind, id, attribute);
}

/** What one entity (`department:dental`) says of itself; for a choice that was taken, and for the last topic. */
export function factOf(desk: Desk, entity: string, attribute: Attribute | null): Fact | undefined {
  const [kind = '', ...rest] = entity.split(':');
  const id = rest.join(':');
  if (kind === 'hospital') return hospitalFact(desk, attribute);
  if (kind !== 'price') return aboutOne(desk, kind as EntityKind, id, attribute);
  const mention: Mention = {
    kind: 'price',
    candidates: [{ id, via: 'name' }],
    word: '',
    start: 0,
    end: 0,
    span: [0, 0],
  };
  return priceFact(desk, mention, attribute);
}

function aboutOne(desk: Desk, kind: EntityKind, id: string, attribute: Attribute | null): Fact | undefined {
  const { departments, doctors, offices, hours } = desk.tables;
  const [department, doctor, office, opening] = [departments.get(id), doctors.get(id), offices.get(id), hours.get(id)];
  if (kind === 'department' && department !== undefined) return departmentFact(desk, department, attribute);
  if (kind === 'doctor' && doctor !== undefined) return doctorFact(desk, doctor, attribute);
  if (kind === 'office' && office !== undefined) return officeFact(desk, office, attribute);
  return kind === 'hours' && opening !== undefined ? openingFact(desk, opening, attribute) : undefined;
}

/** A name beats an alias beats an everyday word. */
function surestOf({ candidates }: Mention): readonly string[] {
  const named = candidates.filter(({ via }) => via === 'name');
  const written = candidates.filter(({ via }) => via !== 'lay' && via !== 'handle');
  const best = [named, written, candidates].find((list) => list.length > 0) ?? [];
  return best.map(({ id }) => id);
}

function chooseFrom(desk: Desk, { kind }: Mention, ids: readonly string[]): Fact | undefined {
  if (kind !== 'department' && kind !== 'doctor') {
    const [id = ''] = ids;
    return aboutOne(desk, kind, id, null);
  }
  if (ids.length > MOST_CHOICES) return { type: 'which', about: kind };
  return { type: 'choose', about: kind, choices: ids.flatMap((id) => choiceOf(desk, `${kind}:${id}`)) };
}

/** An entity as a choice, by the name that the contact can read. */
export function choiceOf(desk: Desk, entity: string): readonly Choice[] {
  const [kind, id = ''] = entity.split(':');
  const { doctors, prices, offices, hours } = desk.tables;
  const doctor = kind === 'doctor' ? doctors.get(id) : undefined;
  if (doctor !== undefined)
    return [{ id: entity, label: `${doctor.name}${doctor.title}（${departmentLabel(desk, doctor.department)}）` }];
  if (kind === 'department') return [{ id: entity, label: departmentLabel(desk, id) }];
  const named = prices.get(id)?.name ?? offices.get(id)?.name ?? hours.get(id)?.label;
  return named === undefined ? [] : [{ id: entity, label: named }];
}

function departmentLabel(desk: Desk, id: string): string {
  const department = desk.tables.departments.get(id);
  if (department === undefined) return '';
  const english = namedDepartment(desk, department).en;
  return desk.frames.chinese || english === undefined ? department.name : `${english} (${department.name})`;
}
