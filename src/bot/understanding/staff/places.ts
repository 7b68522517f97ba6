import type { Normalised } from '../normalise.ts';
import { type DepartmentIndex, sameDepartment } from './departments.ts';
import { readFloors, type SaidFloor } from './floors.ts';
import type { Staff } from './staff.ts';

/** A department or storey named in a message. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Departments that it can be, at least one. */
  readonly departments: readonly string[];
  /** Whether a department was named; a storey alone is easily mistaken. */
  readonly named: boolean;
}

/** 骨科二病区, 骨科医院, 内科楼. */
const WARD = /^第?[一二三四五六七八九十\d东西南北]{1,2}(?:病区|病房|区)/;
const OF_A_HOUSE = /^(?:大?楼|医院|大厦)/;
/** As far as 外科楼的三楼 stands apart. */
const BESIDE = 6;

/** Departments and storeys that a message names, in order. A storey of which nothing is known is none. */
export function readPlaces(n: Normalised, staff: Staff): readonly Place[] {
  const named = namedIn(n.text, staff.departments);
  const floors = readFloors(n).flatMap((said) => onFloor(n.text, said, staff) ?? []);
  const apart = floors.filter((floor) => !named.some((place) => belongTogether(floor, place)));
  return [...named, ...apart].sort((one, other) => one.start - other.start);
}

/** 骨科三楼: the name says more than the storey. */
function belongTogether(floor: Place, place: Place): boolean {
  return floor.start - place.end <= 1 && place.start - floor.end <= 1;
}

function namedIn(text: string, { named, longest }: DepartmentIndex): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(longest, text.length - at); length > 1; length--) {
      const word = text.slice(at, at + length);
      const departments = named.get(word);
      if (departments === undefined) continue;
      const rest = text.slice(at + length, at + length + 6);
      if (OF_A_HOUSE.test(rest)) continue;
      const ward = WARD.exec(rest)?.[0] ?? '';
      places.push({
        start: at,
        end: at + length + ward.length,
        departments: departments.map((name) => name + ward),
        named: true,
      });
      at += length - 1;
      break;
    }
  }
  return places;
}

/** 门诊三楼 is where nobody lies. */
const OUTPATIENTS = /门诊(?:大?楼|部)?的?$/;
/** 三楼食堂 belongs to no ward. 九楼护士在电梯里 is of the ward all the same. */
const FOR_ALL =
  /^[^,。!?;护医姓]{0,4}(?:食堂|餐厅|饭堂|超市|小卖部|电梯|收费处|缴费|药房|挂号|大厅)|^ (?:canteen|cafeteria|restaurant|shop|elevator|lift|pharmacy|lobby)/;

function onFloor(text: string, { start, end, floor }: SaidFloor, { departments, ward }: Staff): Place | null {
  const before = text.slice(Math.max(0, start - BESIDE), start);
  if (OUTPATIENTS.test(before) || FOR_ALL.test(text.slice(end, end + 12))) return null;
  const building = departments.buildings.find((name) => before.includes(name));
  const there = (departments.onFloor.get(floor) ?? [])
    .filter((one) => building === undefined || one.building === building)
    .map(({ name }) => name);
  // Of several departments on a storey the patient knows the own one.
  const own = there.filter((name) => sameDepartment(name, ward));
  const found = own.length > 0 ? own : there;
  return found.length === 0 ? null : { start, end, departments: found, named: false };
}

/** How far a place may stand from the name that it says something of. */
const NEAR = 12;

/** The place that stands nearest to a name, before rather than behind it; null where none stands near. */
export function placeNear(places: readonly Place[], name: { start: number; end: number }): Place | null {
  let best: Place | null = null;
  let least = NEAR + 1;
  for (const place of places) {
    const distance = place.end <= name.start ? name.start - place.end : place.start - name.end;
    if (distance >= 0 && distance < least) [best, least] = [place, distance];
  }
  return best;
}
