import {
  ACT,
  ASK,
  type ContactTimeFinding,
  type Finding,
  type FindingKind,
  isUnread,
  type NoOpinionFinding,
  type OpinionFinding,
  type QuestionFinding,
  type RatingFinding,
  type RelativeFinding,
} from '../../domain/finding.ts';
import type { FlowEvent } from '../flow.ts';

export type MessageEvent = Extract<FlowEvent, { type: 'message' }>;

/** A danger to life that a message names; self-harm goes before emergency, sure before doubtful. */
interface RedFlag {
  readonly reason: 'self_harm' | 'emergency';
  readonly sure: boolean;
}

/** The findings of one message, sorted for the rules that decide what follows. */
export interface Digest {
  readonly text: string;
  /** Kinds found with enough confidence to be acted on or asked about. */
  readonly kinds: ReadonlySet<FindingKind>;
  /** Kinds sure enough for what cannot be taken back. */
  readonly sure: ReadonlySet<FindingKind>;
  readonly redFlag: RedFlag | null;
  /** Ratings that count. */
  readonly ratings: readonly RatingFinding[];
  /** Ratings to be confirmed first (situation 22). */
  readonly doubtful: readonly RatingFinding[];
  readonly noOpinions: readonly NoOpinionFinding[];
  readonly opinions: readonly OpinionFinding[];
  /** The question that the answer before was meant for (我说的是护士). */
  readonly meant: string | null;
  readonly time: ContactTimeFinding | null;
  readonly death: 'high' | 'medium' | null;
  /** The patient is in hospital again, and nobody is free to answer. */
  readonly readmitted: boolean;
  readonly relatives: readonly RelativeFinding[];
  /** A question about the hospital (booking included). */
  readonly question: QuestionFinding | null;
  /** The contact asks whether this is a machine. */
  readonly asksForBot: boolean;
  readonly knowledge: string | null;
  readonly carrier: 'stop' | 'start' | 'help' | null;
  /** No rule found anything in it. */
  readonly unread: boolean;
}

const DANGERS = ['self_harm', 'emergency'] as const;

function redFlagOf(findings: readonly Finding[]): RedFlag | null {
  for (const sure of [true, false]) {
    for (const reason of DANGERS) {
      if (findings.some((f) => f.kind === reason && (f.tier === 'high') === sure)) return { reason, sure };
    }
  }
  return null;
}

function deathOf(findings: readonly Finding[]): Digest['death'] {
  const deaths = findings.filter((f) => f.kind === 'deceased');
  if (deaths.some((f) => f.tier === 'high' && f.confidence >= ACT)) return 'high';
  return deaths.length > 0 ? 'medium' : null;
}

/** Sorts the findings of a message; what is only noted (below `ASK`) changes nothing. */
export function digest(event: MessageEvent): Digest {
  const found = event.findings.filter((f) => f.confidence >= ASK);
  const ratings = found.filter((f) => f.kind === 'rating');
  return {
    text: event.text.trim(),
    kinds: new Set(found.map((f) => f.kind)),
    sure: new Set(found.filter((f) => f.confidence >= ACT).map((f) => f.kind)),
    redFlag: redFlagOf(found),
    ratings: ratings.filter((f) => f.confidence >= ACT),
    doubtful: ratings.filter((f) => f.confidence < ACT),
    noOpinions: found.filter((f) => f.kind === 'no_opinion'),
    opinions: found.filter(
      (f): f is OpinionFinding => f.kind === 'complaint' || f.kind === 'praise' || f.kind === 'suggestion',
    ),
    meant: found.flatMap((f) => ('meant' in f ? [f.meant] : []))[0] ?? null,
    time: found.find((f) => f.kind === 'contact_time') ?? null,
    death: deathOf(found),
    readmitted: found.some((f) => f.kind === 'busy' && f.readmitted === true),
    relatives: found.filter((f): f is RelativeFinding => f.kind === 'relative' || f.kind === 'unaware_relative'),
    question:
      found.find((f): f is QuestionFinding => f.kind === 'hospital_question' || f.kind === 'appointment') ?? null,
    asksForBot: found.some((f) => f.kind === 'who_are_you' && f.about === 'bot'),
    knowledge: event.knowledge?.answer ?? null,
    carrier: event.carrierKeyword ?? null,
    unread: isUnread(event.findings),
  };
}

/** True if the message holds one of these kinds. */
export function holds(message: Digest, ...kinds: readonly FindingKind[]): boolean {
  return kinds.some((kind) => message.kinds.has(kind));
}

const ASKING: readonly FindingKind[] = [
  'hospital_question',
  'appointment',
  'who_are_you',
  'scam_doubt',
  'not_understood',
  'misunderstood',
  'complaint_status',
  'off_topic',
  'unreadable',
];

/** True if the message wants something of us before it answers anything. */
export function asksBack(message: Digest): boolean {
  return holds(message, ...ASKING);
}
