import type { Normalised } from '../normalise.ts';
import { type Scope, scopeOf } from '../scope.ts';
import {
  AT_FIRST,
  CHRONIC,
  CONTENT,
  DENIED_BEFORE,
  FIGURATIVE,
  FORCE,
  GONE_AFTER,
  HERE_NOW,
  LONG_OVER,
  MILD,
  NEARLY,
  OTHER_PEOPLE,
  PAST,
  PRESENT,
  RECENT,
  RECOVERED,
  STRONG,
  SUPPOSED_AFTER,
  SUPPOSED_BEFORE,
} from './veto.lists.ts';

/** How much of a sign is left: `none` taken back, `low` in doubt or past, `mild`, or `full`. */
export type Weight = 'none' | 'low' | 'mild' | 'full';

/** Weighs a hit `[start, end)` against denial, supposition, idiom, other people, the past, and mild words. */
export function weigh(n: Normalised, start: number, end: number): Weight {
  const scope = scopeOf(n, start, end);
  const hit = n.text.slice(start, end);
  if (denied(n, scope, start)) return 'none';
  if (SUPPOSED_BEFORE.test(scope.before) || SUPPOSED_AFTER.test(scope.after)) return 'none';
  if (FIGURATIVE.test(scope.before)) return 'none';
  if (CHRONIC.test(scope.clause.text) && !PRESENT.test(n.text)) return 'none';
  if (othersAffair(n, scope)) return 'none';
  const time = timeWeight(n, scope, hit);
  if (time !== 'full') return time;
  if (NEARLY.test(scope.before)) return 'low';
  const around = scope.before + hit;
  return MILD.test(around) && !STRONG.test(scope.clause.text) ? 'mild' : 'full';
}

/** Well again after something that was just now: in doubt, unless more is said (但 …). */
const WELL_NOW = /好了|没事|不疼|不痛|醒了|fine|better/;
const YET = /但|头|还|又|but/;
/** The next clause takes it back: 血止住了, 现在好多了. */
const WELL_NEXT =
  /^(?:但是?|不过)?(?:现在|已经|都|后来|人|刚|血|也)*(?:好(?:了|多)|没事|不(?:疼|痛|喘|晕|闷|流|憋|抽|烧|吐)|缓(?:过|解)|止住|恢复|正常|气?顺了|醒过?来?了)/;
const GOES_ON = /一直|开始|越来越|不停|起不来|站不|不止|没好/;

/** Explicit denial in the clause; a list joined by 、 goes on with the denial of its first member. */
function denied(n: Normalised, scope: Scope, start: number): boolean {
  if (DENIED_BEFORE.test(scope.before)) return true;
  if (GONE_AFTER.test(scope.after) && !PRESENT.test(scope.after)) return true;
  const { clause, previous } = scope;
  const listed = previous !== null && n.text[clause.start - 1] === '、' && clause.start === start;
  return listed && /^(?:.{0,6})?(?:没有|无|否认|不)/.test(previous.text);
}

function othersAffair(n: Normalised, scope: Scope): boolean {
  const before = (scope.previous?.text ?? '') + scope.before;
  return OTHER_PEOPLE.test(before) && !HERE_NOW.test(n.text);
}

/** Past and recovered → none; past, recent or only doubtfully over → low; now → full. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
function timeWeight(n: Normalised, scope: Scope, hit: string): Weight {
  const own = scope.clause.text;
  const recovered = [scope.after, n.text.slice(scope.clause.end)].some((text) => RECOVERED.test(text));
  if (/^(?:的)?(?:时候|时|那次|那会|那天)/.test(scope.after)) return recovered ? 'none' : 'low';
  const now = goesOn(own, scope.next?.text ?? '');
  if (longOver(n, scope) || (recovered && AT_FIRST.test(own))) return 'none';
  if (longAgo(scope)) {
    const still = goesOn(own.replace(FORCE, ''), scope.next?.text ?? '');
    return still && !RECOVERED.test(own) ? 'full' : past(n.text);
  }
  if (!now) return recently(n, scope, hit);
  return recovered && wellNow(n.text.slice(scope.clause.start)) ? 'low' : 'full';
}

function goesOn(own: string, next: string): boolean {
  return PRESENT.test(own) || (PRESENT.test(next) && !RECOVERED.test(next));
}

function past(text: string): Weight {
  return RECOVERED.test(text) || CONTENT.test(text) ? 'none' : 'low';
}

/** 早就好了 right behind the sign or in one of the next two clauses, and nothing that speaks of now. */
function longOver(n: Normalised, { clause, after }: Scope): boolean {
  if (LONG_OVER.test(after)) return true;
  const at = n.clauses.indexOf(clause);
  return n.clauses.slice(at + 1, at + 3).some(({ text }) => LONG_OVER.test(text));
}

function longAgo({ clause, previous }: Scope): boolean {
  if (PAST.test(clause.text)) return true;
  return previous !== null && PAST.test(previous.text + clause.text) && !PRESENT.test(clause.text);
}

function wellNow(rest: string): boolean {
  return WELL_NOW.test(rest) && !YET.test(rest);
}

/** Neither past nor told to be now: a recent day leaves doubt, the next clause may take it back. */
function recently(n: Normalised, { clause, next }: Scope, hit: string): Weight {
  const own = clause.text;
  const recent = RECENT.test(own.slice(0, own.indexOf(hit) + hit.length + 6));
  if (WELL_NEXT.test(next?.text ?? '')) return recent ? 'low' : 'none';
  return recent && !GOES_ON.test(n.text) ? 'low' : 'full';
}
