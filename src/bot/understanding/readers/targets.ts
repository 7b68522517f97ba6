import type { QuestionSpec } from '../../../flows/flow.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Part, Verdict } from './part.types.ts';
import { NOBODY, type Poll } from './poll.ts';

const DOCTOR_THINGS = new Set(['ward_round', 'surgery']);
/** Things in which staff are seen at work. */
const CARE = new Set(['ward_round', 'surgery', 'nursing_care', 'medicine', 'examination', 'equipment', 'bell', 'own']);
/** 都 that says how often or of what, not who: 每次都, 一直都, 态度都. */
const NOT_EVERYBODY = guarded(
  /(?:每次|每回|每天|一直|始终|从来|什么时候|啥时候|从头到尾|随时|到现在|态度|服务|技术|水平|大部分|基本|差不多)[^,]{0,2}(?:都|全)|all right|all that|all i|都没|都快|都说/,
);
/** 不满意的是药房: the thing alone is meant. */
const NOTHING_BUT = guarded(/满意的(?:就|只|主要)?是/);

/** 除了护士都满意: everybody but the one named. */
const EXCEPT = guarded(
  /除(?:了|开|去|却)?[^,]{1,6}(?:以外|之外|外)?,?(?:[^,]{0,3}(?:都|全|其他|其它|别的|其余))|^(?:都|全)[^,]{1,6}就[^,]{1,4}(?:不|差)|\beveryone (?:but|except)\b|\b(?:all|everything) (?:but|except)\b/,
);
/** 医生比护士好 says nothing of how good either is. */
const COMPARES = /比/;

function othersThan(named: readonly string[], poll: Poll): readonly string[] {
  const others = poll.ctx.openRatings.filter((id) => !named.includes(id));
  return others.length > 0 ? others : [NOBODY];
}

/** Whom a part is about: named roles, everybody (都满意), the thing's owner, whoever the part before was about, or the asked. */
export function targetsOf(part: Part, poll: Poll, named: readonly string[]): readonly string[] {
  if (part.roles.length > 1 && COMPARES.test(part.text)) return [NOBODY];
  if (named.length > 0) return EXCEPT.test(part) ? othersThan(named, poll) : named;
  if (part.roles.length > 0) return [NOBODY];
  if (part.things.length > 0) return NOTHING_BUT.test(part) ? [NOBODY] : targetsOfThing(part, poll);
  if (isEverybody(part, poll)) return poll.ctx.openRatings;
  if (poll.before.length > 0 && part.opener !== 'newline') return poll.before;
  return poll.asked === null ? [NOBODY] : [poll.asked];
}

function isEverybody(part: Part, poll: Poll): boolean {
  if (!part.all || poll.ctx.openRatings.length === 0 || NOT_EVERYBODY.test(part)) return false;
  if (part.verdicts.some((said) => said.source === 'plain')) return true;
  return poll.before.length === 0 && part.verdicts.some((said) => said.source === 'word');
}

function targetsOfThing(part: Part, poll: Poll): readonly string[] {
  const ofPerson = personBehind(part, poll);
  if (ofPerson !== null) return ofPerson;
  const asked = poll.ctx.questions.find((question) => question.id === poll.asked);
  if (asked === undefined || (part.things.includes('own') && part.faults.length === 0)) return [NOBODY];
  if (asked.roles.length === 0) return [asked.id];
  const turned = poll.before.length > 0 && !poll.before.includes(asked.id);
  return ownsThing(asked, part.things) && !turned ? [asked.id] : [NOBODY];
}

/**
 * Whoever was just graded, when the thing belongs to that: a reason after a poor grade (不满意，厕所没人扫), or what was left
 * undone after good words that it mocks (服务真周到，吊瓶空了没人换). Null when the thing stands for itself.
 */
function personBehind(part: Part, poll: Poll): readonly string[] | null {
  const last = poll.before[0] ?? poll.asked;
  if (last === null || part.opener === 'contrast') return null;
  const whom = poll.before.length > 0 ? poll.before : [last];
  const said = (poll.ballots.get(last)?.verdicts ?? []).map(({ verdict }) => verdict);
  if (said.some(({ grade }) => grade !== 'satisfied')) return isPlain(part.verdicts) ? null : whom;
  return said.length > 0 && !isPlain(said) && mocks(part) ? whom : null;
}

function isPlain(said: readonly Verdict[]): boolean {
  return said.some(({ source }) => source === 'plain');
}

/** Something left undone in the work of whoever was praised. */
function mocks(part: Part): boolean {
  return part.faults.some((fault) => fault.value === 'neglect') && part.things.every((thing) => CARE.has(thing));
}

/** Rounds and operations are the doctors', needles and drips the nurses': enough for the asked question, not for another. */
function ownsThing(question: QuestionSpec, things: readonly string[]): boolean {
  if (question.roles.includes('doctor') && things.every((thing) => DOCTOR_THINGS.has(thing))) return true;
  return question.roles.includes('nurse') && things.every((thing) => thing === 'nursing_care');
}
