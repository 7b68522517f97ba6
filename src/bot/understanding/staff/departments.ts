import { normalise } from '../normalise.ts';
import type { RosterDepartment } from '../understand.types.ts';

/** Departments by what they are called and where they are. Names are as the knowledge base writes them. */
export interface DepartmentIndex {
  /** By normalised name or alias; several where an alias belongs to several. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Length of the longest key of `named`. */
  readonly longest: number;
  readonly onFloor: ReadonlyMap<number, readonly { readonly name: string; readonly building: string }[]>;
  readonly buildings: readonly string[];
}

/** 骨科 and 骨科一病区 are one place as far as one can tell; 骨科一病区 and 骨科二病区 are two. */
export function sameDepartment(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** Of the aliases those that name a place: 中医, 急救 and 120 are something else in most messages. */
const PLACE = /(?:科|室|中心|病区|病房|门诊|产房|药房|急诊|icu)$/;

/** Gathers the departments. An alias that ends other departments' names (外科, 内科) names none of them. */
export function indexDepartments(departments: readonly RosterDepartment[]): DepartmentIndex {
  const plain = departments.map(({ name, aliases, ...where }) => ({
    name,
    written: normalise(name).text,
    aliases: aliases.map((alias) => normalise(alias).text),
    building: normalise(where.building).text,
    floors: where.floors,
  }));
  const named = new Map<string, string[]>();
  for (const { name, written } of plain) named.set(written, [name]);
  for (const { name, written, aliases } of plain) {
    for (const alias of aliases) {
      const general = plain.some((other) => other.written !== written && other.written.endsWith(alias));
      if (!PLACE.test(alias) || general) continue;
      named.set(alias, [...new Set([...(named.get(alias) ?? []), name])]);
    }
  }
  const onFloor = new Map<number, { name: string; building: string }[]>();
  for (const { name, building, floors } of plain) {
    for (const floor of floors) onFloor.set(floor, [...(onFloor.get(floor) ?? []), { name, building }]);
  }
  return {
    named,
    longest: Math.max(0, ...Array.from(named.keys(), (word) => word.length)),
    onFloor,
    buildings: [...new Set(plain.map(({ building }) => building))].filter((building) => building !== ''),
  };
}
