import type { Finding } from '../../../domain/finding.ts';
import { isReal } from '../model/vetoes.ts';
import type { Part } from '../readers/part.types.ts';
import { blame } from './blame.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';
import { BRIBE_ALONE, NOT_ACCUSED, SUFFERED, WRONGDOING, WRONGDOING_EN } from './wrongdoing.lists.ts';

const ACCUSING = [WRONGDOING, SUFFERED, BRIBE_ALONE, WRONGDOING_EN];

/** Staff who strike, steal or take money are complained of, however shortly it is told (situation 9). */
export const readWrongdoing: ReadCertain = (reading) => {
  const part = reading.parts.find(accuses);
  if (part === undefined) return null;
  return { adds: blame(reading, { part, things: [], evidence: 'certain.wrongdoing' }), drops: contradicts };
};

function accuses(part: Part): boolean {
  return ACCUSING.some((pattern) => pattern.test(part)) && isReal(part) && !NOT_ACCUSED.test(part.text);
}

/** What the model made of words that it has hardly met; whom the deed grades is known. */
function contradicts(finding: Finding): boolean {
  return isGuess(finding) && MISTAKEN.has(finding.kind);
}

const MISTAKEN: ReadonlySet<string> = new Set(['abuse', 'off_topic', 'praise', 'no_opinion', 'suggestion', 'rating']);
