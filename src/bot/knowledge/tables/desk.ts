import type { AskedDay } from '../days/asked-day.ts';
import type { Day } from '../days/dates.ts';
import type { EntityIndex } from '../entities/index.ts';
import type { Frames, Named, NamedDoctor } from '../frames/frames.types.ts';
import type { Choice, Source } from '../inquiry.types.ts';
import type { Department, Doctor, Knowledge, Office, OpeningHours, Price } from '../knowledge.types.ts';

/** The tables by id, built once. */
export interface Tables {
  readonly knowledge: Knowledge;
  readonly entities: EntityIndex;
  readonly departments: ReadonlyMap<string, Department>;
  readonly doctors: ReadonlyMap<string, Doctor>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly prices: ReadonlyMap<string, Price>;
  readonly hours: ReadonlyMap<string, OpeningHours>;
  readonly emergency: Department | undefined;
}

/** What answering one question needs to know. */
export interface Desk {
  readonly tables: Tables;
  readonly frames: Frames;
  readonly today: Day;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly asked: AskedDay | null;
  readonly ward: boolean;
  /** The normalised text. */
  readonly text: string;
}

/** One fact, or what has to be asked first. */
export type Fact =
  | {
      readonly type: 'fact';
      readonly text: string;
      readonly entities: readonly string[];
      readonly sources: readonly Source[];
    }
  | { readonly type: 'choose'; readonly about: 'department' | 'doctor' | 'item'; readonly choices: readonly Choice[] }
  | { readonly type: 'which'; readonly about: 'department' | 'doctor' | 'item' | 'matter' };

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));

export function tablesOf(knowledge: Knowledge, entities: EntityIndex): Tables {
  const { departments } = knowledge;
  return {
    knowledge,
    entities,
    departments: byId(departments),
    doctors: byId(knowledge.doctors),
    offices: byId(knowledge.offices),
    prices: byId(knowledge.prices),
    hours: byId(knowledge.hospital.hours),
    emergency: departments.find(({ name, aliases }) =>
      [name, ...aliases].some((word) => /^急诊(?:科|医学科)?$/.test(word)),
    ),
  };
}

/** A fact about one entity. */
export function fact(desk: Desk, entity: string, parts: readonly string[]): Fact {
  const { frames, tables } = desk;
  const source = { id: entity, updatedOn: tables.knowledge.updatedOn };
  return { type: 'fact', text: frames.sentence(parts), entities: [entity], sources: [source] };
}

export function namedDepartment({ tables }: Desk, { id, name }: Department): Named {
  const en = tables.entities.english.get(id);
  return en === undefined ? { name } : { name, en };
}

export function namedDoctor(desk: Desk, doctor: Doctor): NamedDoctor {
  const department = desk.tables.departments.get(doctor.department);
  return { ...doctor, at: department === undefined ? { name: '' } : namedDepartment(desk, department) };
}

const GENDERS: readonly (readonly [RegExp, string])[] = [
  [/女(?:的)?(?:医生|大夫|专家|主任|医师)|(?:female|woman|lady) doctor/, '女'],
  [/男(?:的)?(?:医生|大夫|专家|主任|医师)|(?<!fe)male doctor/, '男'],
];

/** 有女医生吗: of whom the file tells no gender may be meant too. */
export function isOfAskedGender({ text }: Desk, { gender }: Doctor): boolean {
  const asked = GENDERS.find(([words]) => words.test(text))?.[1];
  return asked === undefined || gender === '' || gender === asked;
}

/** Where to go with what cannot wait, if the file tells. */
export function emergencyAside({ tables, frames }: Desk): string {
  const { emergency } = tables;
  return emergency === undefined
    ? ''
    : frames.emergency(emergency, tables.knowledge.hospital.phones['emergency'] ?? emergency.phone);
}

export function mainPhone({ tables }: Desk): string {
  return tables.knowledge.hospital.phones['main'] ?? '';
}
