import { type EmergencyFinding, type Finding, NOTED } from '../../../domain/finding.ts';
import { type Normalised, normalise, spanOf } from '../normalise.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { SIGNS_EN } from './emergency-en.lists.ts';
import { SIGNS_ZH } from './emergency-zh.lists.ts';
import { matchListedSigns } from './listed-signs.ts';
import { readPairs } from './pairs.ts';
import type { Sign, SignGroup } from './signs.types.ts';
import { weigh } from './veto.ts';

/** `noted`: denied, over, or otherwise taken back. */
type Tier = EmergencyFinding['tier'] | 'noted';

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly tier: Tier;
  readonly id: string;
}

/** A sign with its pattern, which is only tried where it may match. */
interface Watched {
  readonly sign: Sign;
  readonly pattern: Guarded;
}

interface WatchedGroup {
  readonly trigger: Guarded;
  readonly signs: readonly Watched[];
}

function watched({ trigger, signs }: SignGroup): WatchedGroup {
  return { trigger: guarded(trigger), signs: signs.map((sign) => ({ sign, pattern: guarded(sign.pattern) })) };
}
const GROUPS_ZH = SIGNS_ZH.map(watched);
const GROUP_EN = watched(SIGNS_EN);

const NON_ASCII = /[^\0-\x7f]/;

/** Situation 27: at most one finding, the weightiest sign of the message; one that is taken back is only noted. */
export function readEmergency(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  let best: Hit | null = null;
  if (NON_ASCII.test(n.text)) for (const group of GROUPS_ZH) best = heavier(best, strongest(n, group));
  if (best?.tier !== 'high') best = heavier(best, readPairs(n));
  best = heavier(best, strongest(n, GROUP_EN));
  if (best?.tier !== 'high') best = heavier(best, listed(n, ctx));
  return best === null ? [] : [finding(n, best)];
}

function finding(n: Normalised, hit: Hit): EmergencyFinding {
  return {
    kind: 'emergency',
    tier: hit.tier === 'high' ? 'high' : 'low',
    span: spanOf(n, hit.start, hit.end),
    confidence: CONFIDENCE[hit.tier],
    evidence: hit.id,
  };
}

const CONFIDENCE = { high: 0.95, low: 0.6, noted: NOTED } as const;

function heavier(a: Hit | null, b: Hit | null): Hit | null {
  if (a === null || b === null) return a ?? b;
  return CONFIDENCE[b.tier] > CONFIDENCE[a.tier] ? b : a;
}

function strongest(n: Normalised, group: WatchedGroup): Hit | null {
  if (!group.trigger.test(n)) return null;
  let best: Hit | null = null;
  for (const sign of group.signs) {
    best = heavier(best, hitOf(n, sign));
    if (best?.tier === 'high') return best;
  }
  return best;
}

/** The first hit of a sign that is not taken back, if any. */
function hitOf(n: Normalised, { sign, pattern }: Watched): Hit | null {
  let best: Hit | null = null;
  for (const match of pattern.matches(n)) {
    if (match[0] === '') continue;
    if (sign.excused?.test(n.text) === true) return null;
    if (sign.needs !== undefined && !stands(n, sign.needs)) return null;
    const end = match.index + match[0].length;
    const tier = tierOf(n, sign, match.index, end);
    if (tier !== null) best = heavier(best, { start: match.index, end, tier, id: sign.id });
    if (tier === 'high') return best;
  }
  return best;
}

/** Whether a companion sign is told and not taken back: 胸闷 in "没有胸闷，就是心慌" is none. */
function stands(n: Normalised, companion: RegExp): boolean {
  let from = 0;
  for (let match = companion.exec(n.text); match !== null; match = companion.exec(n.text.slice(from))) {
    const start = from + match.index;
    if (weigh(n, start, start + match[0].length) !== 'none') return true;
    from = start + Math.max(match[0].length, 1);
  }
  return false;
}

function tierOf(n: Normalised, sign: Sign, start: number, end: number): Tier | null {
  if (sign.unless !== undefined && sign.unless.test(clauseText(n, start, end))) return null;
  const weight = weigh(n, start, end);
  if (weight === 'none') return 'noted';
  if (weight === 'low') return 'low';
  const raised = sign.raisedBy?.test(n.text) === true;
  if (weight === 'mild') return raised ? 'high' : sign.mild === 'none' ? null : sign.mild;
  return raised ? 'high' : sign.tier;
}

/** The clauses that a hit reaches over. */
function clauseText(n: Normalised, start: number, end: number): string {
  let text = '';
  for (const clause of n.clauses) if (clause.end > start && clause.start < end) text += `${clause.text},`;
  return text;
}

/**
 * A listed sign in normalised form, or null where our own rules read it already: their judgement of denial, sleep or staff
 * ("护士叫不醒我爸") then holds for it too.
 */
function unreadSign(sign: string): string | null {
  const n = normalise(sign);
  return GROUPS_ZH.some((group) => strongest(n, group)?.tier === 'high') ? null : n.text;
}

/** The hospital's own `emergencySigns`. */
function listed(n: Normalised, ctx: UnderstandContext): Hit | null {
  let best: Hit | null = null;
  for (const { start, end } of matchListedSigns(n, ctx.lists.emergencySigns, unreadSign)) {
    const weight = weigh(n, start, end);
    if (weight === 'none' || weight === 'mild') continue;
    best = heavier(best, { start, end, tier: weight === 'full' ? 'high' : 'low', id: 'safety.listed_sign' });
  }
  return best;
}
