import type { Attribute } from '../asks/attributes.lists.ts';
import { weekOf } from '../days/opening.ts';
import type { Department, Doctor } from '../knowledge.types.ts';
import { type Desk, type Fact, fact, isOfAskedGender, namedDepartment, namedDoctor } from './desk.ts';
import { hoursOf, isAlways, type Opens } from './hours.ts';

/** More doctors than these make a message too long. */
const MOST_DOCTORS = 6;
const DOCTORS = /专家|主任|大夫|医生|谁|哪[位个]|specialist|doctor/;

/** A department as something that is open at times. */
function opensOf(desk: Desk, department: Department): Opens {
  const outpatient = desk.tables.knowledge.hospital.hours.find(({ label }) => label === '门诊');
  const always = department.open.some(({ from, to }) => from === 0 && to >= 1440);
  return {
    what: namedDepartment(desk, department),
    slots: department.open,
    holidays: always ? '照常' : (outpatient?.holidays ?? ''),
    words: '',
    besides: [],
  };
}

function hours(desk: Desk, department: Department): readonly string[] {
  if (department.open.length > 0) return hoursOf(desk, opensOf(desk, department));
  return /门诊|挂号|clinic/.test(desk.text) ? [desk.frames.noOutpatients(namedDepartment(desk, department))] : [];
}

function place(desk: Desk, department: Department): readonly string[] {
  const what = namedDepartment(desk, department);
  const { ward } = department;
  if (desk.ward && ward !== undefined) return [desk.frames.ward(what, ward)];
  return department.building + department.floor === '' ? [] : [desk.frames.place(what, department)];
}

function phone(desk: Desk, department: Department): readonly string[] {
  const what = namedDepartment(desk, department);
  if (desk.ward && department.ward !== undefined) return [desk.frames.ward(what, department.ward)];
  return department.phone === '' ? [] : [desk.frames.phone(what, department.phone)];
}

/** Those who see patients first; on an asked day only those who are there. */
function doctors(desk: Desk, department: Department): readonly string[] {
  const { tables, frames, asked } = desk;
  const what = namedDepartment(desk, department);
  const all = tables.knowledge.doctors.filter((doctor) => doctor.department === department.id);
  const own = all.filter((doctor) => isOfAskedGender(desk, doctor));
  if (own.length === 0 && all.length > 0) return [frames.noneOfThem(what, all[0]?.gender === '男')];
  const day = asked?.days[0];
  const there =
    day === undefined ? own : own.filter(({ clinic }) => clinic.some(({ weekday }) => weekday === day.weekday));
  const good = own.filter(({ specialities }) => specialities.some((one) => desk.text.includes(one.toLowerCase())));
  const listed = good.length > 0 && day === undefined ? good : there;
  if (listed.length === 0)
    return own.length === 0 ? [] : [day === undefined ? '' : frames.nobodyOn(what, day), ...hours(desk, department)];
  const sorted = [...listed].sort((a, b) => Number(a.clinic.length === 0) - Number(b.clinic.length === 0));
  const on = (doctor: Doctor): Doctor =>
    day === undefined ? doctor : { ...doctor, clinic: doctor.clinic.filter(({ weekday }) => weekday === day.weekday) };
  const shown = sorted.slice(0, MOST_DOCTORS).map((doctor) => namedDoctor(desk, on(doctor)));
  return [frames.doctors(what, shown, sorted.length - shown.length)];
}

/** What a consultation costs here, by the fees of its doctors. */
function fees(desk: Desk, department: Department): readonly string[] {
  const own = desk.tables.knowledge.doctors.filter((doctor) => doctor.department === department.id);
  const clinics = own.flatMap(({ clinic }) => clinic);
  return clinics.length === 0 ? [] : [desk.frames.departmentFees(namedDepartment(desk, department), clinics)];
}

/** Everything short about a department whose name is all that was written. */
function overview(desk: Desk, department: Department): readonly string[] {
  const what = namedDepartment(desk, department);
  const { tables, today } = desk;
  const week = weekOf(department.open, today.month);
  const opens = opensOf(desk, department);
  const fixed = isAlways(department.open)
    ? hoursOf(desk, opens)
    : week.length === 0
      ? []
      : [desk.frames.week(what, week)];
  const phoneText = department.phone === '' ? [] : [desk.frames.phone(what, department.phone)];
  return tables.departments.size === 0 ? [] : [...place(desk, department), ...fixed, ...phoneText];
}

/** What the tables say of a department; undefined when they hold no such thing. */
export function departmentFact(desk: Desk, department: Department, attribute: Attribute | null): Fact | undefined {
  const parts = partsFor(desk, department, attribute).filter((part) => part !== '');
  return parts.length === 0 ? undefined : fact(desk, `department:${department.id}`, parts);
}

type Part = (desk: Desk, department: Department) => readonly string[];

function clinic(desk: Desk, department: Department): readonly string[] {
  if (DOCTORS.test(desk.text)) return doctors(desk, department);
  return desk.asked === null ? hours(desk, department) : [...hours(desk, department), ...doctors(desk, department)];
}

function intro(desk: Desk, department: Department): readonly string[] {
  return department.intro === '' ? [] : [desk.frames.intro(namedDepartment(desk, department), department.intro)];
}

function bookable(desk: Desk, department: Department): readonly string[] {
  const what = namedDepartment(desk, department);
  return [department.bookable ? desk.frames.bookable(what) : desk.frames.notBookable(what)];
}

const PARTS: Partial<Record<Attribute, Part>> = { place, phone, hours, clinic, doctors, price: fees, intro, bookable };

function partsFor(desk: Desk, department: Department, attribute: Attribute | null): readonly string[] {
  if (attribute !== null) return PARTS[attribute]?.(desk, department) ?? [];
  return desk.asked === null ? overview(desk, department) : hours(desk, department);
}
