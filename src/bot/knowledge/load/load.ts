import { HuifangError } from '../../../domain/errors.ts';
import type { Department, Knowledge } from '../knowledge.types.ts';
import { checkIds, checkNames, checkPhrasings } from './across.ts';
import { readDepartment, readOffice } from './department.ts';
import { type Departments, readDoctor } from './doctor.ts';
import { readFaqEntry } from './faq.ts';
import { readHospital } from './hospital.ts';
import { readPrice } from './price.ts';
import { Faults, type FoundFault, ROOT } from './reader.ts';

const KEYS = ['$schema', 'hospital', 'departments', 'offices', 'doctors', 'prices', 'faq'] as const;

/**
 * Reads a knowledge base from its parsed JSON (shape: examples/hospital/knowledge.schema.json), last changed on `updatedOn`
 * (YYYY-MM-DD). Throws CONFIG_INVALID with every fault: path, value, what is allowed.
 */
export function loadKnowledge(raw: unknown, updatedOn: string): Knowledge {
  const faults = new Faults();
  const knowledge = readAll(raw, faults);
  if (faults.list.length > 0) {
    throw new HuifangError(
      'CONFIG_INVALID',
      faults.list.map(({ path, message }) => `knowledge ${path}: ${message}`),
    );
  }
  return { ...knowledge, updatedOn };
}

/** Every fault of a knowledge file, with its path; empty when it can be used. */
export function checkKnowledge(raw: unknown): readonly FoundFault[] {
  const faults = new Faults();
  readAll(raw, faults);
  return faults.list;
}

function readAll(raw: unknown, faults: Faults): Omit<Knowledge, 'updatedOn'> {
  const root = faults.object(raw, ROOT, KEYS);
  const hospital = readHospital(root, faults);
  const departments = root.list('departments', (item, path) => readDepartment(item, path, faults));
  const known = byId(departments, faults);
  const offices = root.has('offices') ? root.list('offices', (item, path) => readOffice(item, path, faults)) : [];
  const doctors = root.list('doctors', (item, path) => readDoctor(item, path, faults, known));
  const prices = root.list('prices', (item, path) => readPrice(item, path, faults, known));
  const faq = root.list('faq', (item, path) => readFaqEntry(item, path, faults));
  for (const [name, list] of Object.entries({ departments, offices, doctors, prices, faq })) {
    checkIds(list, name, faults);
  }
  checkNames(departments, faults);
  checkPhrasings(faq, faults);
  return { hospital, departments, offices, doctors, prices, faq };
}

function byId(departments: readonly Department[], faults: Faults): Departments {
  const faulty = (i: number) => faults.list.some(({ path }) => path.startsWith(`departments[${String(i)}].open`));
  const entries = departments.map(({ id, open }, i) => [id, { id, open: faulty(i) ? null : open }] as const);
  return new Map(entries.filter(([id]) => id !== ''));
}
