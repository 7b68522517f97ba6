import { ACT, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { UnderstandContext } from './understand.types.ts';

type Rule = readonly [when: readonly FindingKind[], drop: readonly FindingKind[]];

/** What one meaning rules out in the same message: the harder or more exact reading stays. */
const RULES: readonly Rule[] = [
  [['opt_out'], ['refuse', 'decline', 'busy', 'farewell', 'available', 'agree']],
  [
    ['wrong_number'],
    [
      'available',
      'agree',
      'self',
      'correction',
      'refuse',
      'decline',
      'busy',
      'unaware_relative',
      'not_understood',
      'who_are_you',
    ],
  ],
  [['deceased'], ['available', 'busy', 'self', 'off_topic', 'unaware_relative']],
  [['medical_question'], ['hospital_question', 'off_topic', 'appointment', 'suggestion']],
  [
    ['emergency', 'self_harm'],
    ['off_topic', 'hospital_question', 'medical_question'],
  ],
  [['opt_in'], ['refuse', 'decline']],
  [['unaware_relative'], ['not_understood', 'refuse', 'available']],
  [['refuse'], ['busy', 'available', 'off_topic', 'not_understood', 'already_surveyed', 'agree']],
  [['already_surveyed'], ['hospital_question', 'available', 'decline']],
  [
    ['busy', 'contact_time'],
    ['available', 'off_topic', 'agree', 'decline', 'unaware_relative'],
  ],
  [['complaint_status'], ['hospital_question', 'not_understood']],
  [['scam_doubt'], ['hospital_question', 'available', 'not_understood', 'complaint']],
  [['who_are_you'], ['hospital_question', 'not_understood', 'available', 'off_topic']],
  [['human'], ['hospital_question', 'who_are_you']],
  [['not_understood'], ['hospital_question', 'available', 'agree']],
  [
    ['complaint', 'praise', 'suggestion', 'rating', 'hospital_question'],
    ['off_topic', 'not_understood'],
  ],
  [['hospital_question', 'appointment'], ['not_understood']],
];

const POLITE = new Set<FindingKind>(['greeting', 'farewell', 'thanks', 'apology']);

/** Drops readings that another one in the same message rules out; keeps the order. */
export function resolve(all: readonly Finding[], ctx: UnderstandContext): readonly Finding[] {
  const kinds = new Set(
    all.filter((finding) => finding.confidence >= ACT || finding.kind === 'rating').map((finding) => finding.kind),
  );
  const dropped = new Set<FindingKind>();
  for (const [when, drop] of RULES) {
    if (!when.some((kind) => kinds.has(kind) && !dropped.has(kind))) continue;
    for (const kind of drop) if (!when.includes(kind)) dropped.add(kind);
  }
  let kept: readonly Finding[] = all.filter((finding) => !dropped.has(finding.kind));
  kept = keepAnnoyance(kept);
  kept = keepNoOpinion(kept);
  kept = keepAbuse(kept);
  kept = keepWishes(kept);
  kept = keepEnding(kept, ctx);
  kept = keepTalk(kept, ctx);
  return once(kept);
}

/** 烦不烦 beside an insult is temper, not yet a refusal (situation 30 goes on); 别烦我 refuses all the same. */
function keepAnnoyance(found: readonly Finding[]): readonly Finding[] {
  if (!found.some((finding) => finding.kind === 'abuse')) return found;
  return found.filter((finding) => finding.kind !== 'refuse' || finding.evidence !== 'talk.annoyed');
}

/** 没打交道，不评了 skips one question; it is no refusal of all. */
function keepNoOpinion(found: readonly Finding[]): readonly Finding[] {
  const skips = found.some((finding) => finding.kind === 'no_opinion' && finding.firmness === 'explicit');
  return skips ? found.filter((finding) => finding.kind !== 'refuse' || finding.evidence !== 'talk.no_grade') : found;
}

/** An insult that carries a complaint with its facts is a complaint (situation 30). */
function keepAbuse(found: readonly Finding[]): readonly Finding[] {
  const told = found.some((finding) => finding.kind === 'complaint' && finding.hasFacts);
  return told ? found.filter((finding) => finding.kind !== 'abuse') : found;
}

/** What we cannot grant, and threats, are no suggestions; a refusal is no praise. */
function keepWishes(found: readonly Finding[]): readonly Finding[] {
  const hard = found.some(
    (finding) => finding.kind === 'beyond_authority' || finding.kind === 'threat' || finding.kind === 'human',
  );
  if (!hard) return found;
  return found.filter((finding) => finding.kind !== 'suggestion' || /建议|suggest/.test(finding.text));
}

/** Where "no" only ends the question, 不想说了 refuses nothing else. */
function keepEnding(found: readonly Finding[], ctx: UnderstandContext): readonly Finding[] {
  const { schema } = ctx.question;
  const ends = schema === 'yes_no' || schema === 'reason' || schema === 'facts' || schema === 'free_text';
  if (!ends || !found.some((finding) => finding.kind === 'decline')) return found;
  return found.filter((finding) => finding.kind !== 'refuse');
}

const SEVERAL = new Set<FindingKind>(['rating', 'no_opinion', 'contact_time']);

/** The first, and with it the surest, of each kind that a message can say only once. */
function once(found: readonly Finding[]): readonly Finding[] {
  return found.filter(
    (finding, i) => SEVERAL.has(finding.kind) || found.findIndex((other) => other.kind === finding.kind) === i,
  );
}

/** An apology beside an answer is politeness, unless it is for one's own words. */
function keepTalk(found: readonly Finding[], ctx: UnderstandContext): readonly Finding[] {
  const answers = found.some(({ kind }) => !POLITE.has(kind));
  const rude = ctx.question.schema !== 'identity_availability';
  return found.filter((finding) => finding.kind !== 'apology' || !answers || (rude && finding.confidence > 0.9));
}
