import { halfWidth } from './text.ts';

/** A department as the knowledge base names it. */
export interface DepartmentNames {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Finds the official name of a department; undefined when it is unknown or could be several. */
export type DepartmentIndex = (text: string) => string | undefined;

/** 二病区, 3病区, （一区）, 病房 … at the end of a department's name. */
const WARD = /[(（]?(?:第?[一二三四五六七八九十\d]+|[东西南北中])?(?:病区|病房|病室|护理单元|区)[)）]?$/;

/** Names win over aliases; an alias of two departments names neither. */
export function indexDepartments(departments: readonly DepartmentNames[]): DepartmentIndex {
  const key = (text: string) => halfWidth(text).replace(/\s+/g, '').toUpperCase();
  const names = new Map(departments.map(({ name }) => [key(name), name]));
  const aliases = new Map<string, string | undefined>();
  for (const { name, aliases: list } of departments) {
    for (const alias of list) aliases.set(key(alias), aliases.has(key(alias)) ? undefined : name);
  }
  const lookUp = (text: string) => names.get(text) ?? aliases.get(text);
  return (text) => {
    const plain = key(text);
    return lookUp(plain) ?? lookUp(plain.replace(WARD, ''));
  };
}
