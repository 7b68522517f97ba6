import type { Attribute } from '../asks/attributes.lists.ts';
import type { Clinic, ClinicPeriod, Doctor } from '../knowledge.types.ts';
import { departmentFact } from './departments.ts';
import { type Desk, type Fact, fact, isOfAskedGender, namedDoctor } from './desk.ts';

const PERIODS: Readonly<Record<ClinicPeriod, readonly [number, number]>> = {
  morning: [360, 720],
  afternoon: [720, 1050],
  evening: [1050, 1440],
};

/** On the asked day and part of the day, else in general. */
function clinic(desk: Desk, doctor: Doctor): readonly string[] {
  const { frames, asked } = desk;
  const named = namedDoctor(desk, doctor);
  if (doctor.clinic.length === 0) return [frames.noClinic(named)];
  const days = asked?.days ?? [];
  if (days.length === 0) return [frames.clinic(named)];
  const there = days.map((day) => ({ day, clinics: clinicsOn(desk, doctor, day.weekday) }));
  const found = there.filter(({ clinics }) => clinics.length > 0);
  if (found.length > 0) return found.map(({ day, clinics }) => frames.thereOn(named, day, clinics));
  return [...days.map((day) => frames.notThereOn(named, day)), frames.clinic(named)];
}

function clinicsOn({ asked }: Desk, doctor: Doctor, weekday: number): readonly Clinic[] {
  const part = asked?.part ?? null;
  return doctor.clinic.filter((one) => {
    const [from, to] = PERIODS[one.period];
    return one.weekday === weekday && (part === null || (from < part[1] && to > part[0]));
  });
}

/** What the tables say of a doctor; undefined when they hold no such thing. */
export function doctorFact(desk: Desk, doctor: Doctor, attribute: Attribute | null): Fact | undefined {
  if (attribute === 'insurance' || attribute === 'level') return undefined;
  if (attribute === 'place' || attribute === 'phone') return atDepartment(desk, doctor, attribute);
  const parts = partsFor(desk, doctor, attribute);
  return parts.length === 0 ? undefined : fact(desk, `doctor:${doctor.id}`, parts);
}

function partsFor(desk: Desk, doctor: Doctor, attribute: Attribute | null): readonly string[] {
  const { frames } = desk;
  const named = namedDoctor(desk, doctor);
  const known = doctor.specialities.length > 0 ? [frames.goodAt(named)] : [];
  if (attribute === 'intro') return known;
  if (attribute === 'price') return [doctor.clinic.length === 0 ? frames.noClinic(named) : frames.fees(named)];
  return attribute === null && desk.asked === null ? [...known, ...clinic(desk, doctor)] : clinic(desk, doctor);
}

/** A doctor is where the department is. */
function atDepartment(desk: Desk, doctor: Doctor, attribute: Attribute): Fact | undefined {
  const department = desk.tables.departments.get(doctor.department);
  const found = department === undefined ? undefined : departmentFact(desk, department, attribute);
  return found?.type === 'fact' ? { ...found, entities: [`doctor:${doctor.id}`, ...found.entities] } : found;
}

const MOST_SPECIALISTS = 4;

/** Doctors whose specialities hold a word of the text, for "who is good at …"; nobody is said to be better. */
export function specialistsFact(desk: Desk, within: string | null): Fact | undefined {
  const { tables, frames, text } = desk;
  const named = ({ specialities }: Doctor) => specialities.some((one) => holds(text, one.toLowerCase(), within));
  const found = tables.knowledge.doctors
    .filter(({ department }) => within === null || department === within)
    .filter((doctor) => doctor.clinic.length > 0 && isOfAskedGender(desk, doctor) && named(doctor))
    .slice(0, MOST_SPECIALISTS);
  const [first] = found;
  if (first === undefined) return undefined;
  const parts = found.map((doctor) => frames.clinic({ ...namedDoctor(desk, doctor), notes: '' }));
  const answer = fact(desk, `doctor:${first.id}`, parts);
  if (answer.type !== 'fact') return answer;
  const entities = found.map(({ id }) => `doctor:${id}`);
  return { ...answer, entities, sources: entities.map((id) => ({ id, updatedOn: tables.knowledge.updatedOn })) };
}

/** Parts of specialities that tell nothing by themselves. */
const GENERAL = /疾病|治疗|手术|门诊|检查|儿童|老年|慢性|咨询|防控|随访|女性|常见|管理|评估|青少|微创/;

/**
 * A speciality is named when the text holds it, or its beginning (胆囊结石微创 for 胆囊结石); within a department any telling
 * part of it will do (近视 for 儿童近视防控).
 */
function holds(text: string, speciality: string, within: string | null): boolean {
  if (speciality.length < 2) return false;
  if (text.includes(speciality) || (speciality.length > 3 && text.includes(speciality.slice(0, 4)))) return true;
  if (within === null) return false;
  for (let at = 0; at + 2 <= speciality.length; at += 2) {
    const part = speciality.slice(at, at + 2);
    if (!GENERAL.test(part) && text.includes(part)) return true;
  }
  return false;
}
