import { ASK, type Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import type { Part } from '../readers/part.types.ts';
import type { Certain, ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';
import {
  AGAIN,
  AILING,
  IN_HOSPITAL,
  INTENSIVE,
  MYSELF,
  NOT_NOW,
  OVER_NOW,
  RELATIVE,
  SOMEBODY,
  STILL,
  STILL_THERE,
} from './in-hospital.lists.ts';

/** In characters: a longer message tells more than that nobody can answer now. */
const LONGEST = 40;
const ASKED: ReadonlySet<string> = new Set(['identity_availability', 'rating', 'time']);

/**
 * In intensive care, in the emergency room, in hospital again or still: help is there, so nobody is sent to it, and whoever writes is
 * not asked how satisfied they are (situations 2 and 4). `readmitted` only where they are in a ward again: whoever is still there comes out.
 */
export const readInHospital: ReadCertain = (reading, found) => {
  const { n, context } = reading;
  const part = partThere(reading);
  if (part === undefined || found.some(decides)) return null;
  const who = whoIsThere(n);
  const again = AGAIN.test(part);
  // Who lay in intensive care themselves could not judge: that answers a rating.
  const ofOthers = who.some(({ kind }) => kind === 'relative');
  if (!again && !STILL_THERE.test(part) && !ofOthers && context.question.schema === 'rating') return null;
  return certain(reading, who, again || (INTENSIVE.test(part) && !STILL.test(part.text)));
};

/** The clause that says so, where the message says little else. */
function partThere({ n, parts, context }: RulesReading): Part | undefined {
  if (context.closed || n.text.length > LONGEST || !ASKED.has(context.question.schema)) return undefined;
  if (AILING.test(n.text) || OVER_NOW.test(n.text) || parts.some(isOpinion)) return undefined;
  return parts.find((one) => (IN_HOSPITAL.test(one) || STILL_THERE.test(one)) && !NOT_NOW.test(one.text));
}

function isOpinion({ verdicts, faults, roles }: Part): boolean {
  return verdicts.length + faults.length + roles.length > 0;
}

/** May stand beside it; what else rules and model have read decides more. */
const BESIDE: ReadonlySet<string> = new Set([
  'busy',
  'relative',
  'self',
  'off_topic',
  'available',
  'hospital_question',
  'thanks',
  'greeting',
  'apology',
  'no_opinion',
]);
/** What the model makes of such words by itself. */
const MISTAKEN: ReadonlySet<string> = new Set([
  'emergency',
  'deceased',
  'medical_question',
  'rating',
  'unaware_relative',
  'scam_doubt',
]);

function decides(finding: Finding): boolean {
  return finding.confidence >= ASK && !BESIDE.has(finding.kind) && !(isGuess(finding) && MISTAKEN.has(finding.kind));
}

const CONTRADICTED: ReadonlySet<string> = new Set([
  'emergency',
  'deceased',
  'off_topic',
  'no_opinion',
  'medical_question',
  'available',
  'rating',
  'unaware_relative',
  'greeting',
  'scam_doubt',
]);

function certain({ n }: RulesReading, who: readonly Finding[], readmitted: boolean): Certain {
  const asks = /[?怎哪几]|多少|什么|how|what|where/.test(n.text);
  return {
    adds: [...who, { ...whole(n), kind: 'busy', ...(readmitted ? { readmitted } : {}) }],
    drops: (finding) =>
      finding.kind === 'busy' ||
      (isGuess(finding) && CONTRADICTED.has(finding.kind)) ||
      (finding.kind === 'hospital_question' && !asks),
  };
}

function whole(n: RulesReading['n']) {
  return { span: spanOf(n, 0, n.text.length), confidence: 0.85, evidence: 'certain.in_hospital' };
}

function whoIsThere(n: RulesReading['n']): readonly Finding[] {
  const kin = RELATIVE.exec(n.text);
  const relation = kin?.[1];
  if (kin !== null && relation !== undefined) {
    const end = kin.index + kin[0].length;
    return [{ ...whole(n), kind: 'relative', relation: n.original.slice(...spanOf(n, end - relation.length, end)) }];
  }
  if (MYSELF.test(n.text)) return [{ ...whole(n), kind: 'self' }];
  return SOMEBODY.test(n.text) ? [{ ...whole(n), kind: 'relative' }] : [];
}
