import { LANGUAGES, type Language } from '../domain/language.ts';
import type { ContactRelation, Gender } from '../domain/patient.ts';
import type { Respondent } from '../domain/vocabulary.ts';
import type { RepairCode } from './codes.ts';
import { type IntakeRules, isOneOf } from './rules.ts';
import { halfWidth } from './text.ts';

/** A value with the repair that made it; null when the cell held it already. */
export interface Read<T> {
  readonly value: T;
  readonly repair: RepairCode | null;
}

/** 性别: 男, 女, or another spelling of the rules such as the national codes 1, 2. `text` is how it is written out. */
export function readGender(cell: string, rules: IntakeRules['genders']): Read<Gender> & { readonly text: string } {
  for (const value of ['male', 'female'] as const) {
    const [text = ''] = rules[value];
    if (isOneOf(cell, rules[value])) return { value, text, repair: cell === text ? null : 'gender_code' };
  }
  return { value: 'unknown', text: cell, repair: null };
}

/** An age beyond belief is a slip of the keyboard. */
const OLDEST = 130;

/** 年龄 in completed years: a bare number is years; days, weeks and months are 0 years. */
export function readAge(cell: string): Read<number | undefined> {
  const plain = halfWidth(cell).replace(/\s+/g, '');
  const years = /^(\d{1,3})(?:\.\d+)?(?:周?岁(?:零?\d{1,2}(?:个?月|天|日)){0,2})?$/.exec(plain);
  if (years !== null) {
    const value = Number(years[1]);
    return { value: value > OLDEST ? undefined : value, repair: plain === years[1] ? null : 'age_unit' };
  }
  const young = /^\d{1,4}(?:\.\d+)?(?:个?月|周|天|日|小时|时)(?:零?\d{1,3}(?:周|天|日|小时|时))*$/.test(plain);
  return young ? { value: 0, repair: 'age_unit' } : { value: undefined, repair: null };
}

/** The language to write in, if the export says one we have. */
export function readLanguage(cell: string, rules: IntakeRules['languages']): Language | undefined {
  return cell === '' ? undefined : LANGUAGES.find((language) => isOneOf(cell, rules[language]));
}

/** Who stands behind the number, and whether the export named the child itself. */
export interface ContactReading {
  readonly relation: ContactRelation;
  /** The export states a child as its own contact. */
  readonly repaired: boolean;
  /** The export says nothing. */
  readonly unknown: boolean;
}

const GUARDIAN = '监护人';

/** Reads 联系人 and 与患者关系. A minor is never the contact: the phone is taken to be a parent's. */
export function readContact(
  name: string,
  relation: string,
  patient: { readonly name: string; readonly minor: boolean },
  selfWords: IntakeRules['self'],
): ContactReading {
  const unknown = name === '' && relation === '';
  const namesPatient = name !== '' && name === patient.name;
  const self = relation === '' ? namesPatient : isOneOf(relation, selfWords);
  if (patient.minor && (self || unknown || namesPatient)) {
    return { relation: { relation: GUARDIAN, respondent: 'family' }, repaired: !unknown, unknown };
  }
  // 本人 beside someone else's name contradicts itself: the opening has to ask.
  const agrees = name === '' || namesPatient;
  return {
    relation: statedRelation(name, relation, self ? (agrees ? 'patient' : undefined) : 'family'),
    repaired: false,
    unknown,
  };
}

function statedRelation(name: string, relation: string, respondent: Respondent | undefined): ContactRelation {
  const known = relation === '' && respondent === 'family' ? undefined : respondent;
  return {
    ...(name === '' ? {} : { name }),
    ...(relation === '' ? {} : { relation }),
    ...(known === undefined ? {} : { respondent: known }),
  };
}
