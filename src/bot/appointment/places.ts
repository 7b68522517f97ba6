import type { Named } from '../../domain/appointment.ts';
import { type EntityIndex, entitiesIn, type Mention } from '../knowledge/entities/index.ts';
import type { Knowledge } from '../knowledge/knowledge.types.ts';
import { normalise } from '../understanding/normalise.ts';
import type { NamedDoctor } from './appointment.types.ts';
import type { FindPlaces } from './details.ts';

/** 不是神经内科: named, and not meant. */
const NOT_BEFORE = /(?:不是|不要|不约|不挂|别挂|不看|除了|不想(?:约|挂|看)?|not )$/;
const EITHER = /或|还是|\bor\b/;

/** Finds the departments and doctors that a message names for an appointment; the last one named is meant. */
export function placesOf(knowledge: Knowledge, index: EntityIndex): FindPlaces {
  const departments = new Map(knowledge.departments.map(({ id, name }): [string, Named] => [id, { id, name }]));
  const doctors = new Map(
    knowledge.doctors.flatMap(({ id, name, department }): [string, NamedDoctor][] => {
      const place = departments.get(department);
      return place === undefined ? [] : [[id, { id, name, department: place }]];
    }),
  );
  return (text) => {
    const n = normalise(text);
    const found = entitiesIn(index, n);
    const named = (mentions: readonly Mention[]) => meant(n.text, mentions);
    const idsOf = (mentions: readonly Mention[]) => [
      ...new Set(named(mentions).flatMap(({ candidates }) => candidates.map(({ id }) => id))),
    ];
    return {
      departments: idsOf(found.departments).flatMap((id) => departments.get(id) ?? []),
      doctors: idsOf(found.doctors).flatMap((id) => doctors.get(id) ?? []),
      words: [...found.departments, ...found.doctors, ...found.prices, ...found.offices].map(({ span }) =>
        text.slice(...span),
      ),
    };
  };
}

function meant(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const wanted = mentions.filter(({ start }) => !NOT_BEFORE.test(text.slice(Math.max(0, start - 6), start)));
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined || first === last) return wanted;
  return EITHER.test(text.slice(first.end, last.start)) ? wanted : [last];
}
