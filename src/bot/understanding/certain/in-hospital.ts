import { ASK, type Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import type { Part } from '../readers/part.types.ts';
import type { Certain, ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';
import { AILING, IN_HOSPITAL, MYSELF, NOT_NOW, OVER_NOW, RELATIVE, SOMEBODY } from './in-hospital.lists.ts';

/** In characters: a longer message tells more than that nobody can answer now. */
const LONGEST = 40;
const ASKED: ReadonlySet<string> = new Set(['identity_availability', 'rating', 'time']);

/**
 * In intensive care, in the emergency room or in hospital again: help is there, so nobody is sent to it; whoever writes is not asked
 * how satisfied they are, but when it would suit (situations 2 and 4).
 */
export const readInHospital: ReadCertain = (reading, found) => {
  const { n, parts, context } = reading;
  if (context.closed || n.text.length > LONGEST || !ASKED.has(context.question.schema)) return null;
  if (AILING.test(n.text) || parts.some(isOpinion)) return null;
  const part = parts.find((one) => IN_HOSPITAL.test(one) && !NOT_NOW.test(one.text));
  if (part === undefined || OVER_NOW.test(n.text) || found.some(decides)) return null;
  const who = whoIsThere(n);
  // Who lay there themselves could not judge: that answers a rating.
  const ofOthers = who.some(({ kind }) => kind === 'relative');
  return ofOthers || context.question.schema !== 'rating' ? certain(reading, who) : null;
};

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
const MISTAKEN: ReadonlySet<string> = new Set(['emergency', 'deceased', 'medical_question', 'rating']);

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
]);

function certain({ n }: RulesReading, who: readonly Finding[]): Certain {
  const asks = /[?怎哪几]|多少|什么|how|what|where/.test(n.text);
  return {
    adds: [...who, { ...whole(n), kind: 'busy' }],
    drops: (finding) =>
      (isGuess(finding) && CONTRADICTED.has(finding.kind)) || (finding.kind === 'hospital_question' && !asks),
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
