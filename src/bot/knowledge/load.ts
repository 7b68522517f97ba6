import { HuifangError } from '../../domain/errors.ts';
import { parseDate } from '../../domain/zoned-time.ts';
import type { DepartmentFacts, DoctorFacts, FaqEntry, Knowledge, KnowledgeFault } from './knowledge.types.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads values at paths and notes what is missing or of the wrong kind; all faults, not only the first. */
class Reader {
  readonly faults: KnowledgeFault[] = [];

  fault(path: string, message: string): void {
    this.faults.push({ path, message });
  }

  object(value: unknown, path: string): Json {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
    this.fault(path, 'must be an object');
    return {};
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault(path, 'must be a text that is not empty');
    return '';
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(path, 'must be a list');
    return [];
  }

  /** A list of texts; absent counts as empty. */
  texts(value: unknown, path: string): readonly string[] {
    if (value === undefined) return [];
    return this.list(value, path).map((item, i) => this.text(item, `${path}[${String(i)}]`));
  }
}

/**
 * Reads a knowledge base from its parsed JSON (shape: examples/hospital/knowledge.schema.json). Throws CONFIG_INVALID
 * with every fault and its path.
 */
export function loadKnowledge(raw: unknown): Knowledge {
  const reader = new Reader();
  const knowledge = readAll(raw, reader);
  if (reader.faults.length > 0) {
    throw new HuifangError(
      'CONFIG_INVALID',
      reader.faults.map(({ path, message }) => `knowledge ${path}: ${message}`),
    );
  }
  return knowledge;
}

/** Every fault of a knowledge file, with its path; empty when it can be used. */
export function checkKnowledge(raw: unknown): readonly KnowledgeFault[] {
  const reader = new Reader();
  readAll(raw, reader);
  return reader.faults;
}

function readAll(raw: unknown, reader: Reader): Knowledge {
  const root = reader.object(raw, '(file)');
  const hospital = reader.object(root['hospital'], 'hospital');
  const departments = reader
    .list(root['departments'], 'departments')
    .map((item, i) => department(item, `departments[${String(i)}]`, reader));
  const doctors = reader
    .list(root['doctors'], 'doctors')
    .map((item, i) => doctor(item, `doctors[${String(i)}]`, reader, departments));
  const faq = reader.list(root['faq'], 'faq').map((item, i) => faqEntry(item, `faq[${String(i)}]`, reader));
  unique(
    departments.map(({ id }) => id),
    'departments',
    reader,
  );
  unique(
    faq.map(({ id }) => id),
    'faq',
    reader,
  );
  return {
    hospital: {
      name: reader.text(hospital['name'], 'hospital.name'),
      nameEn: reader.text(hospital['nameEn'], 'hospital.nameEn'),
      shortNames: reader.texts(hospital['shortNames'], 'hospital.shortNames'),
      phones: phones(hospital['phones'], reader),
      timezone: reader.text(hospital['timezone'], 'hospital.timezone'),
    },
    departments,
    doctors,
    faq,
  };
}

function phones(value: unknown, reader: Reader): Readonly<Record<string, string>> {
  const entries = Object.entries(reader.object(value, 'hospital.phones'));
  const read = entries.map(([use, number]): [string, string] => [use, reader.text(number, `hospital.phones.${use}`)]);
  for (const use of ['main', 'emergency', 'complaints', 'verify']) {
    if (!entries.some(([name]) => name === use)) reader.fault(`hospital.phones.${use}`, 'is missing');
  }
  return Object.fromEntries(read);
}

function department(value: unknown, path: string, reader: Reader): Knowledge['departments'][number] {
  const item = reader.object(value, path);
  return {
    id: reader.text(item['id'], `${path}.id`),
    name: reader.text(item['name'], `${path}.name`),
    aliases: reader.texts(item['aliases'], `${path}.aliases`),
    ...placeOf(item, path, reader),
    emergencySigns: reader.texts(item['emergencySigns'], `${path}.emergencySigns`),
  };
}

/** A patient who was admitted knows the ward, not the rooms of the outpatients. */
function placeOf(item: Json, path: string, reader: Reader): Pick<DepartmentFacts, 'hasWard' | 'building' | 'floor'> {
  const ward = item['ward'];
  const hasWard = ward !== undefined;
  const [place, at] = hasWard ? [reader.object(ward, `${path}.ward`), `${path}.ward`] : [item, path];
  const { building, floor } = place;
  return {
    hasWard,
    building: building === undefined ? '' : reader.text(building, `${at}.building`),
    floor: floor === undefined ? '' : reader.text(floor, `${at}.floor`),
  };
}

function doctor(
  value: unknown,
  path: string,
  reader: Reader,
  departments: readonly { readonly id: string; readonly name: string }[],
): DoctorFacts {
  const item = reader.object(value, path);
  const department = departments.find(({ id }) => id === item['department']);
  if (department === undefined) reader.fault(`${path}.department`, 'must be the id of a department');
  return { name: reader.text(item['name'], `${path}.name`), department: department?.name ?? '' };
}

function faqEntry(value: unknown, path: string, reader: Reader): FaqEntry {
  const item = reader.object(value, path);
  const validUntil = item['validUntil'];
  const entry = {
    id: reader.text(item['id'], `${path}.id`),
    topic: item['topic'] === undefined ? '' : reader.text(item['topic'], `${path}.topic`),
    question: reader.text(item['question'], `${path}.question`),
    askedAs: reader.texts(item['askedAs'], `${path}.askedAs`),
    answer: reader.text(item['answer'], `${path}.answer`),
  };
  if (validUntil === undefined) return entry;
  if (typeof validUntil === 'string' && parseDate(validUntil) !== undefined) return { ...entry, validUntil };
  reader.fault(`${path}.validUntil`, 'must be a day such as 2026-12-31');
  return entry;
}

function unique(ids: readonly string[], path: string, reader: Reader): void {
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    if (id !== '' && seen.has(id)) reader.fault(`${path}[${String(i)}].id`, `is used twice: ${id}`);
    seen.add(id);
  });
}
