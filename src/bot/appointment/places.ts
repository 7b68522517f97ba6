import type { Named } from '../../domain/appointment.ts';
import { type EntityIndex, entitiesIn, type Mention } from '../knowledge/entities/index.ts';
import type { Topic } from '../knowledge/inquiry.types.ts';
import type { Knowledge } from '../knowledge/knowledge.types.ts';
import { normalise } from '../understanding/normalise.ts';
import type { NamedDoctor } from './appointment.types.ts';
import type { FindPlaces } from './details.ts';

/** 不是神经内科: named, and not meant. */
const NOT_BEFORE = /(?:不是|不要|不约|不挂|别挂|不看|除了|不想(?:约|挂|看)?|not )$/;
/** Words of booking itself, which name a fee or a window besides. */
const BOOKING = /号|预约|门诊|booking|appointment/;
const EITHER = /或|还是|\bor\b/;

/** Finds the departments and doctors that a message names for an appointment; the last one named is meant. */
export function placesOf(knowledge: Knowledge, index: EntityIndex): FindPlaces {
  const departments = new Map(knowledge.departments.map((one): [string, Named] => [one.id, namedIn(index, one)]));
  const doctors = new Map(
    knowledge.doctors.flatMap(({ id, name, department }): [string, NamedDoctor][] => {
      const place = departments.get(department);
      return place === undefined ? [] : [[id, { id, name, department: place }]];
    }),
  );
  const short = shortNames(knowledge);
  return (text) => {
    const n = normalise(text);
    const found = entitiesIn(index, n);
    const idsOf = (mentions: readonly Mention[]) => [
      ...new Set(meant(n.text, mentions).flatMap(({ candidates }) => candidates.map(({ id }) => id))),
    ];
    const named = idsOf(found.departments);
    const isNamed = named.length + found.doctors.length > 0;
    const ids = isNamed ? named : shortened(short, n.text);
    return {
      shortened: !isNamed && ids.length > 0,
      departments: ids.flatMap((id) => departments.get(id) ?? []),
      doctors: idsOf(found.doctors).flatMap((id) => doctors.get(id) ?? []),
      namesOther: [...found.prices, ...found.offices, ...found.hours].some(({ word }) => !BOOKING.test(word)),
      words: [...found.departments, ...found.doctors, ...found.prices, ...found.offices].map(({ span }) =>
        text.slice(...span),
      ),
    };
  };
}

/** The department or doctor that a topic is about. */
export function placeOfTopic(knowledge: Knowledge, index: EntityIndex) {
  const department = (id: string): Named | undefined => {
    const found = knowledge.departments.find((one) => one.id === id);
    return found === undefined ? undefined : namedIn(index, found);
  };
  return (topic: Topic | null): { department: Named; doctor: Named | null } | null => {
    const named = (topic?.entities ?? []).filter((entity) => !entity.startsWith('faq:'));
    const [kind, id = ''] = named.length === 1 ? (named[0] ?? '').split(':') : [];
    if (kind === 'doctor') {
      const doctor = knowledge.doctors.find((one) => one.id === id);
      const place = doctor === undefined ? undefined : department(doctor.department);
      return doctor === undefined || place === undefined
        ? null
        : { department: place, doctor: { id: doctor.id, name: doctor.name } };
    }
    const place = kind === 'department' ? department(id) : undefined;
    return place === undefined ? null : { department: place, doctor: null };
  };
}

/** A department with its English name, where the table of specialties has one. */
export function namedIn({ english }: Pick<EntityIndex, 'english'>, { id, name }: Named): Named {
  const nameEn = english.get(id);
  return nameEn === undefined ? { id, name } : { id, name, nameEn };
}

/** 体检 for 体检中心, 心理 for 心理科: what people say once it is clear that they want an appointment. */
function shortNames({ departments }: Knowledge): ReadonlyMap<string, readonly string[]> {
  const short = new Map<string, readonly string[]>();
  for (const { id, name, aliases } of departments) {
    for (const written of [name, ...aliases]) {
      const word = normalise(written).text.replace(/(?:中心|门诊|科|室|处)$/, '');
      if (word.length < 2 || word === normalise(written).text || COMPLAINTS.has(word)) continue;
      short.set(word, [...new Set([...(short.get(word) ?? []), id])]);
    }
  }
  return short;
}
/** Names of departments that are troubles too: who has them is not asking for that department. */
const COMPLAINTS: ReadonlySet<string> = new Set([
  '疼痛',
  '头痛头晕',
  '发热',
  '痔疮',
  '结石',
  '糖尿病',
  '睡眠',
  '甲亢',
  '癌症',
  '肿瘤',
  '急救',
  '健康',
  '创伤',
]);

function shortened(short: ReadonlyMap<string, readonly string[]>, text: string): readonly string[] {
  const found = [...short].filter(([word]) => holds(text, word)).sort(([a], [b]) => b.length - a.length);
  return found[0]?.[1] ?? [];
}

/** Latin words count only whole: a ct is not in "correct". */
function holds(text: string, word: string): boolean {
  const at = text.indexOf(word);
  const inWord = (index: number) => /[a-z]/.test(text[index] ?? '');
  return at >= 0 && !(inWord(at) && (inWord(at - 1) || inWord(at + word.length)));
}

function meant(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const wanted = mentions.filter(({ start }) => !NOT_BEFORE.test(text.slice(Math.max(0, start - 6), start)));
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined || first === last) return wanted;
  return EITHER.test(text.slice(first.end, last.start)) ? wanted : [last];
}
