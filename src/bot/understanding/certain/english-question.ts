import type { Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { BOT, IDENTITY } from '../readers/talk.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** Asks for a doctor, a clinic or a time, and not who we are. */
const ASKS = guarded(
  /(?:^|[,.!?;\n] ?)(?:(?:and|but|also|so|by the way),? )?(?:who|which|what|when|where|is|are|can|could|may) (?=[^,.!?;]{0,60}\b(?:doctors?|dr|specialists?|surgeons?|consultants?|physicians?|clinics?)\b)(?=[^,.!?;]{0,60}\b(?:best|good|work\w*|duty|available|clinic|see|treats?|treating|speciali\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|hours|head|recommend\w*|knees?|backs?|hearts?|skin|children|eyes?|for (?:my )?\w+|in \w+ology|different|another|tomorrow|next)\b)/,
);
/** Asked to blame: what kind of doctor does that? */
const RHETORICAL =
  /\b(?:what (?:kind|sort|type)|who do you think|is (?:this|that|it) (?:how|what|the way|normal|acceptable)|rude|worst|bad|useless|stupid)\b/;
/** Of somebody else than us: who is the best doctor, who are the surgeons. */
const WHO_ELSE =
  /\bwho(?:'s| is| are) (?!this\b|that\b|you\b|u\b|it\b|there\b|calling\b|texting\b|messag|asking\b|speaking\b|writing\b|contacting\b|sending\b)(?=\w)/g;

/** A question about doctors beside an opinion: both count, and neither asks who we are (handbook section 2). */
export const readEnglishQuestion: ReadCertain = (reading, found) => {
  const asked = question(reading, found);
  const whoElse = asksOfOthers(reading);
  if (asked === null && !whoElse) return null;
  return {
    adds: asked === null ? [] : [asked],
    drops: ({ kind }) => (whoElse && kind === 'who_are_you') || (asked !== null && kind === 'no_opinion'),
  };
};

function asksOfOthers({ n }: RulesReading): boolean {
  const rest = n.text.replace(WHO_ELSE, '');
  return rest !== n.text && !IDENTITY.pattern.test(rest) && !BOT.test(rest);
}

const ANSWERED: ReadonlySet<string> = new Set(['hospital_question', 'medical_question', 'appointment']);

function question({ n }: RulesReading, found: readonly Finding[]): Finding | null {
  if (found.some(({ kind }) => ANSWERED.has(kind))) return null;
  const hit = ASKS.exec(n);
  if (hit === null) return null;
  const start = hit.index + (/^[,.!?;\n ]+/.exec(hit[0])?.[0].length ?? 0);
  const ahead = /[,.!?;]/.exec(n.text.slice(start));
  const end = ahead === null ? n.text.length : start + ahead.index + 1;
  if (RHETORICAL.test(n.text.slice(start, end))) return null;
  const span = spanOf(n, start, end);
  const text = n.original.slice(...span);
  return { kind: 'hospital_question', span, text, confidence: 0.85, evidence: 'certain.english_question' };
}
