import type { Finding, OpinionFinding, StaffMention } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import type { Part } from '../readers/part.types.ts';
import type { NamedPerson } from '../readers/people.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { readCalled } from './called.ts';
import { CERTAIN, resolveStaff } from './candidates.ts';
import { sameDepartment } from './departments.ts';
import { readExcluded } from './excluded.ts';
import { isAboutOneself } from './listed.ts';
import { type Place, placeNear, readPlaces } from './places.ts';
import { type Staff, staffOf } from './staff.ts';

/** A department that was named is certain; the storey of the stay nearly so; any other, or one where no stay is known, is a guess. */
const NAMED = 0.9;
const ON_FLOOR = CERTAIN;
const ON_OTHER_FLOOR = 0.6;
const MOST_LISTED = 4;

/** Says of each opinion whom of the staff, and which department, it means (handbook section 3, situation 13: names or roles are kept). */
export function attachStaff(
  findings: readonly Finding[],
  { n, parts }: { readonly n: Normalised; readonly parts: readonly Part[] },
  context: Pick<UnderstandContext, 'roster' | 'patientName'>,
): readonly Finding[] {
  if (!findings.some(isOpinion)) return findings;
  const staff = staffOf(context.roster);
  const places = readPlaces(n, staff);
  const names = parts.filter(({ scope }) => !scope.thirdParty).flatMap((part) => part.names);
  const ofStaff = names.filter((name) => !isContact(n, name, context.patientName));
  if (places.length === 0 && ofStaff.length === 0) return findings;
  const excluded = readExcluded(n.text, ofStaff, places);
  const meant = {
    names: ofStaff.filter((name) => !excluded.has(name)),
    places: places.filter((place) => !excluded.has(place)),
  };
  return findings.map((finding) => {
    if (!isOpinion(finding)) return finding;
    const narrower = findings.filter((other) => isOpinion(other) && liesIn(other, finding));
    const belongs = (at: { start: number; end: number }): boolean => {
      const span = spanOf(n, at.start, at.end);
      return meet(span, finding.span) && !narrower.some((other) => meet(span, other.span));
    };
    const people = mentions(n, { names: meant.names.filter(belongs), places: meant.places.filter(belongs) }, staff);
    return people.length === 0 ? finding : { ...finding, people };
  });
}

function isOpinion(finding: Finding): finding is OpinionFinding {
  return finding.kind === 'complaint' || finding.kind === 'praise' || finding.kind === 'suggestion';
}

type Span = Finding['span'];

function meet([start, end]: Span, [from, to]: Span): boolean {
  return start < to && from < end;
}

/** An opinion of another kind inside this one: whom it blames is not whom the message as a whole praises. */
function liesIn(other: OpinionFinding, { kind, span }: OpinionFinding): boolean {
  const [start, end] = other.span;
  return other.kind !== kind && span[0] <= start && end <= span[1] && end - start < span[1] - span[0];
}

/** People first; then the departments that nobody attached works in. */
function mentions(
  n: Normalised,
  { names, places }: { readonly names: readonly NamedPerson[]; readonly places: readonly Place[] },
  staff: Staff,
): readonly StaffMention[] {
  const written = ({ start, end }: { start: number; end: number }) => n.original.slice(...spanOf(n, start, end));
  const found: StaffMention[] = [];
  const used = new Set<Place>();
  for (const name of names) {
    const called = readCalled(n.text, name);
    if (called === null) continue;
    const place = placeNear(places, name);
    const resolved = resolveStaff(called, place, staff);
    if (resolved === null) continue;
    found.push({ written: written(name), ...resolved });
    const fits = resolved.candidates.every(({ departments }) =>
      departments.some((one) => place?.departments.some((other) => sameDepartment(one, other))),
    );
    if (place !== null && fits) used.add(place);
  }
  for (const place of places) {
    if (!used.has(place)) found.push(...departmentOf(place, written(place), staff));
  }
  return found;
}

function departmentOf(place: Place, written: string, { ward }: Staff): readonly StaffMention[] {
  const { departments, named } = place;
  if (departments.length > MOST_LISTED) return [];
  const fits = departments.some((name) => sameDepartment(name, ward));
  const sure = named ? NAMED : fits ? ON_FLOOR : ON_OTHER_FLOOR;
  const confidence = departments.length === 1 ? sure : Math.round((sure / departments.length) * 100) / 100;
  const candidates = departments.map((name) => ({ name, role: 'department' as const, departments: [name] }));
  return [{ written, candidates, confidence }];
}

/** 我姓李的, 我是小李, 我女儿李敏, the patient's own name: nobody of the staff. A title says otherwise (我是李护士管的). */
function isContact(n: Normalised, { start, end, titled }: NamedPerson, patientName: string | null): boolean {
  const text = n.text.slice(start, end);
  if (patientName !== null && patientName !== '') {
    const own = [text, n.original.slice(...spanOf(n, start, end))];
    if (own.some((one) => one.toLowerCase() === patientName.toLowerCase())) return true;
  }
  return !titled && isAboutOneself(n.text, start);
}
