import { ACT, ASK, type StaffCandidate } from '../../../domain/finding.ts';
import type { Called } from './called.ts';
import { sameDepartment } from './departments.ts';
import { type Person, withOneWrong } from './people.ts';
import type { Place } from './places.ts';
import { isOwn, lookUp, type Staff } from './staff.ts';

/** From here on somebody is attached as certain: where the service acts without asking. */
export const CERTAIN = ACT;
/** From here on somebody is attached as a guess, or several are listed; below, what was written is all that is known. */
const PROBABLE = ASK;

/**
 * What each way of being called is worth by itself. Only the whole name is certain alone; a surname with a title, or a name
 * with a wrong character, needs somebody of the own stay, or a place that was said; 小李 and 李姐 may be anybody and stay a guess.
 */
const WORTH = { name: 0.95, '~': 0.65, given: 0.65, surname: 0.6, pinyin: 0.55, familiar: 0.45 } as const;
/** By no means is anything surer than this. */
const MOST = 0.95;
/**
 * What it adds where they work. Somebody else of the own ward adds less than the own doctor or nurse: the lists name who was
 * responsible, not all who work there, so another 李 may be missing.
 */
const STANDING = { said: 0.25, own: 0.25, ward: 0.15, unknown: 0, elsewhere: -0.1 } as const;
/** Said to work where, as the lists have it, they do not. */
const AGAINST_PLACE = 0.3;
/** Called a nurse and listed as a doctor: patients call many people 医生, so a whole name outweighs it. */
const AGAINST_ROLE = { name: 0.1, '~': 0.2 } as const;
/** A name with a wrong character and no title. */
const UNTITLED = 0.1;
/** What nobody is surer than who may not be meant at all: by a title of rank, or by what may be no name. */
const GUESS = 0.75;
/** Whoever is so much likelier than the next is taken for the one who is meant. */
const LEAD = 0.2;
/** More than this are no help to anybody. */
const MOST_LISTED = 4;

type How = keyof typeof WORTH;
interface Match {
  readonly person: Person;
  readonly how: How;
}
interface Rated extends Match {
  readonly score: number;
}

/** Whom the roster can mean, and how surely; null if nobody likely enough. */
export interface Resolved {
  readonly candidates: readonly StaffCandidate[];
  readonly confidence: number;
}

/** Finds whom somebody so called, near that place, can be. Pure; nothing is chosen among several that are alike. */
export function resolveStaff(called: Called, place: Place | null, staff: Staff): Resolved | null {
  const here = (person: Person) => isHere(person, place, staff);
  const matches = matchesOf(called, staff);
  const near = matches.filter(({ person }) => here(person));
  const close = near.length > 0 ? near : besideOwn(matches, staff);
  // A whole name outweighs a similar one, unless who bears it works elsewhere.
  const exact = close.filter(({ how }) => how === 'name');
  const elsewhere = near.length > 0 ? matches.filter(({ how, person }) => how === 'name' && !here(person)) : [];
  const rated = [...(exact.length > 0 ? exact : close), ...(exact.length > 0 ? [] : elsewhere)]
    .map((match) => ({ ...match, score: rate(match, called, { place, staff }) }))
    .filter(({ score }) => score >= PROBABLE)
    .sort((one, other) => other.score - one.score);
  return decide(rated, place, staff);
}

function decide(rated: readonly Rated[], place: Place | null, staff: Staff): Resolved | null {
  const [best, second] = rated;
  if (best === undefined) return null;
  const alone = second === undefined || best.score - second.score >= LEAD;
  const meant = alone ? [best] : rated;
  if (meant.length > MOST_LISTED) return null;
  const confidence = rounded(best.score / meant.length);
  return { candidates: meant.map(({ person }) => candidate(person, place, staff)), confidence };
}

/** Those whom the place that was said fits; where none was said, those of the own stay and ward. */
function isHere(person: Person, place: Place | null, staff: Staff): boolean {
  if (place === null) return isOwn(staff, person) || worksIn(person, [staff.ward]);
  return worksIn(person, place.departments);
}

/** Nobody fits the place: then those of the own ward were meant sooner than anybody else. */
function besideOwn(matches: readonly Match[], staff: Staff): readonly Match[] {
  const own = matches.filter(({ person }) => isHere(person, null, staff));
  return own.length > 0 ? own : matches;
}

function worksIn({ departments }: Person, names: readonly string[]): boolean {
  return departments.some((one) => names.some((name) => sameDepartment(one, name)));
}

function matchesOf({ name, surname, pinyin, role }: Called, staff: Staff): readonly Match[] {
  const fits = ({ role: own }: Person): boolean => role === null || role === own;
  const as = (how: How, people: readonly Person[]): Match[] => people.map((person) => ({ person, how }));
  if (pinyin !== null) return as('pinyin', lookUp(staff, 'pinyin', pinyin).filter(fits));
  const found: Match[] = [];
  if (name !== null) {
    const exact = lookUp(staff, 'name', name);
    const similar = withOneWrong(name).flatMap((mask) => lookUp(staff, '~', mask));
    found.push(
      ...as('name', exact),
      ...as(
        '~',
        [...new Set(similar)].filter((person) => !exact.includes(person)),
      ),
    );
    if (found.length === 0 && role !== null) found.push(...as('given', lookUp(staff, 'given', name).filter(fits)));
  }
  if (found.length > 0 || surname === null) return found;
  return as(role === null ? 'familiar' : 'surname', lookUp(staff, 'surname', surname).filter(fits));
}

function rate({ person, how }: Match, called: Called, { place, staff }: { place: Place | null; staff: Staff }): number {
  const { role } = called;
  const against = role !== null && role !== person.role && (how === 'name' || how === '~') ? AGAINST_ROLE[how] : 0;
  const untitled = how === '~' && role === null ? UNTITLED : 0;
  const score = Math.min(MOST, WORTH[how] + standing(person, place, staff)) - against - untitled;
  const fits = place === null || worksIn(person, place.departments);
  const most = mayBeAnother(how, called) ? GUESS : MOST;
  return Math.min(most, rounded(fits ? score : score - AGAINST_PLACE));
}

function mayBeAnother(how: How, { ranked, predicate }: Called): boolean {
  return predicate || (ranked && how !== 'name' && how !== '~');
}

function standing(person: Person, place: Place | null, staff: Staff): number {
  if (place !== null && worksIn(person, place.departments)) return STANDING.said;
  if (isOwn(staff, person)) return STANDING.own;
  if (staff.ward === '') return STANDING.unknown;
  return worksIn(person, [staff.ward]) ? STANDING.ward : STANDING.elsewhere;
}

/** Of several departments those that fit what was said, else the stay. */
function candidate(person: Person, place: Place | null, staff: Staff): StaffCandidate {
  const { name, role, departments } = person;
  const said = place === null ? [] : departments.filter((one) => place.departments.some((p) => sameDepartment(one, p)));
  const own = departments.filter((one) => sameDepartment(one, staff.ward));
  const fitting = said.length > 0 ? said : own;
  return { name, role, departments: fitting.length > 0 ? fitting : departments };
}

/** Sums of hundredths stay hundredths: 0.8 has to reach 0.8. */
function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
