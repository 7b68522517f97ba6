import { ACT, type Finding, type FindingKind, type RatingFinding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { canonical } from '../readers/opinions.ts';
import { isConsultation } from '../setting.ts';
import { bestGrade, classOf, gradeOf, isLegal, type ModelClass } from './classes.ts';
import { asSureAs, judgedInConsultation, noted } from './judge-consultation.ts';
import type { Scores } from './model.ts';
import { isDenied } from './opposites.ts';
import { isOver } from './over.ts';
import { findingFor } from './reading.ts';
import type { RulesReading } from './rules-reading.types.ts';
import { CONSULTATION_THRESHOLDS, THRESHOLDS } from './thresholds.ts';
import { isReal, isVetoed } from './vetoes.ts';

/** A rule's reading stands down to this much below the threshold from which the model alone reads it. */
const LENIENCE = 0.2;
/** Of opinions, which the model hears worst, and of red flags, of which none must be missed. */
const MORE_LENIENCE = 0.5;
/** In characters, Chinese or others. A rule that reads a whole short reply knows it; the model has seen too little of it. */
const SHORT = { han: 8, other: 14 } as const;
const HAN = /[\u4e00-\u9fff]/;

function isShort({ text }: Normalised): boolean {
  return text.length < (HAN.test(text) ? SHORT.han : SHORT.other);
}
/** From here on the model settles a grade that a rule left open. */
const SETTLED = 0.4;
/** How one is doing now grades nobody. */
const OWN_STATE = /恢复|伤口|刀口|身体|病情/;

/**
 * Rules and model together: what the model, which knows what the rules saw, holds for wrong is dropped, or lowered where a miss
 * would cost more; what it is sure of and no rule saw is added.
 */
export function weigh(reading: RulesReading, scores: Scores): readonly Finding[] {
  const judge = isConsultation(reading.context) ? judgedInConsultation : judged;
  const kept = reading.found.flatMap((finding) => judge(finding, reading, scores));
  return [...kept, ...added({ ...reading, found: kept }, scores)];
}

/** The score from which on the model alone reads a meaning: the shipped one, moved by what a hospital teaches. */
function thresholdOf(name: ModelClass, { context }: RulesReading): number {
  const shipped = isConsultation(context) ? CONSULTATION_THRESHOLDS : THRESHOLDS;
  return shipped[name] + (context.lists.taught?.offsets[name] ?? 0);
}

function judged(finding: Finding, reading: RulesReading, scores: Scores): readonly Finding[] {
  const name = classOf(finding);
  if (name === null || isBeyondDoubt(finding, reading)) return [finding];
  const above = (scores[name] ?? 0) - thresholdOf(name, reading);
  if (above < -lenienceOf(finding.kind)) return noted(finding);
  switch (finding.kind) {
    case 'emergency':
    case 'self_harm':
      return [above < -LENIENCE || isOver(finding.kind, scores) ? { ...finding, tier: 'low' } : finding];
    case 'deceased':
      return [asSureAs(finding, scores)];
    case 'rating':
      return [settled(finding, reading, scores)];
    default:
      return [finding];
  }
}

function lenienceOf(kind: FindingKind): number {
  return OPINIONS.has(kind) || kind === 'emergency' || kind === 'self_harm' ? MORE_LENIENCE : LENIENCE;
}

/** Said in so many words (我是 and the name, 没接触); on the development set the model was never right against them. */
const PLAIN: ReadonlySet<FindingKind> = new Set(['self', 'no_opinion']);
/** Certain whatever they sound like; pills that were put by are there, however long ago it was seen. */
const EXACT: ReadonlySet<string> = new Set([
  'safety.listed_sign',
  'opinion.complaint_announced',
  'self_harm.preparing',
]);
const OPINIONS: ReadonlySet<FindingKind> = new Set(['rating', 'complaint', 'praise', 'suggestion', 'refuse', 'abuse']);
const RED_FLAGS: ReadonlySet<string> = new Set(['emergency', 'self_harm', 'deceased']);

/**
 * What a hospital lists holds, which the model cannot know, and so does a complaint in so many words; a grade that is only asked
 * about, or one of several, as the model cannot tell whose they are, or one told by an emoji, of which it sees only the class; and what a rule reads in a whole short reply.
 */
function isBeyondDoubt(finding: Finding, { n, found }: RulesReading): boolean {
  if (EXACT.has(finding.evidence) || finding.evidence.startsWith('taught.') || PLAIN.has(finding.kind)) return true;
  const ratings = found.filter(({ kind }) => kind === 'rating').length;
  if (finding.kind === 'rating') return finding.confidence < ACT || ratings > 1 || n.emoji.length > 0;
  if (finding.kind === 'complaint') return ratings > 0;
  // Who tells of a death and wants to say no more is left in peace (handbook section 3, situation 7).
  if (finding.kind === 'refuse' && found.some(({ kind }) => kind === 'deceased')) return true;
  return isShort(n) && !RED_FLAGS.has(finding.kind);
}

/** What a rule would say back first, the model may settle, where only one thing is graded. */
function settled(finding: RatingFinding, { n, found, context }: RulesReading, scores: Scores): RatingFinding {
  const best = bestGrade(scores);
  const alone = !isShort(n) && found.filter(({ kind }) => kind === 'rating').length === 1;
  const same = gradeOf(best) === finding.grade && finding.question === context.question.id;
  return alone && same && (scores[best] ?? 0) >= SETTLED
    ? { ...finding, confidence: Math.max(finding.confidence, ACT) }
    : finding;
}

/** What ends a talk or hands it over. */
const DECISIVE: ReadonlySet<ModelClass> = new Set([
  'deceased',
  'refuse',
  'opt_out',
  'wrong_number',
  'unaware_relative',
  'human',
  'threat',
  'beyond_authority',
  'medical_question',
  'abuse',
]);
/** How much clearer the model must be where rules have explained a message, or few words would decide much. */
const DOUBT = 0.25;
const POLITE: ReadonlySet<FindingKind> = new Set(['greeting', 'farewell', 'thanks', 'apology']);

/** How much clearer than its threshold the model must be here. Few words that a rule has read say no more than that. */
function doubtOf(name: ModelClass, { n, found }: RulesReading): number {
  const short = isShort(n);
  const explained = found.some(({ kind }) => !POLITE.has(kind));
  if (short && explained && !RED_FLAGS.has(name)) return Number.POSITIVE_INFINITY;
  return (short || explained) && DECISIVE.has(name) ? DOUBT : 0;
}

/** What figures and signs mean, rules know. */
const LETTER = /\p{L}/u;

const CLASSES = Object.keys(THRESHOLDS) as readonly ModelClass[];

/** Meanings that the model is sure of and that nothing found says already, or denies; the clearest first. */
function added(reading: RulesReading, scores: Scores): readonly Finding[] {
  if (!LETTER.test(reading.n.text)) return [];
  const known = new Set(reading.found.map(({ kind }) => kind));
  const clear = CLASSES.map((name) => ({ name, score: scores[name] ?? Number.NEGATIVE_INFINITY }))
    .filter(
      ({ name, score }) =>
        score >= thresholdOf(name, reading) + doubtOf(name, reading) && isPossible(name, reading, scores),
    )
    .sort((a, b) => b.score - a.score);
  const fresh: Finding[] = [];
  for (const { name, score } of clear) {
    const finding = findingFor(name, { score, scores }, reading);
    if (finding === null || known.has(finding.kind) || isDenied(finding.kind, known, scores)) continue;
    known.add(finding.kind);
    fresh.push(finding);
  }
  return fresh;
}

/** What sounds like chat, or a danger that sounds like a question about a wound or a medicine, by so much more is that. */
const RIVAL = 0.6;
const RIVALS: Readonly<Partial<Record<ModelClass, ModelClass>>> = { emergency: 'medical_question' };

/** Whether the question and the words leave room for this meaning. */
function isPossible(name: ModelClass, reading: RulesReading, scores: Scores): boolean {
  const outdone = (rival: ModelClass) => rival !== name && (scores[rival] ?? 0) > (scores[name] ?? 0) + RIVAL;
  if (outdone('off_topic') || outdone(RIVALS[name] ?? name)) return false;
  if (!isLegal(name, reading.context.question.schema) || isVetoed(name, reading)) return false;
  return !name.startsWith('rating.') || (name === bestGrade(scores) && mayGrade(reading));
}

/**
 * The model knows the sound of a grade, not whose it is: it grades only where no rule did, everything is said of here and now,
 * and nobody and nothing else than what was asked about is named.
 */
function mayGrade({ found, parts, context }: RulesReading): boolean {
  if (found.some(({ kind }) => kind === 'rating' || kind === 'no_opinion')) return false;
  const asked = context.questions.find(({ id }) => id === context.question.id);
  return parts.every(
    (part) =>
      isReal(part) &&
      !OWN_STATE.test(part.text) &&
      !part.scope.question &&
      !part.scope.wish &&
      (asked?.roles.length === 0 ||
        [...part.things.map(canonical), ...part.roles].every((who) => asked?.roles.includes(who) === true)),
  );
}
