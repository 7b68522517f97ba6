import type { AskedFor, NamedDoctor } from '../../bot/appointment/appointment.types.ts';
import type { Choice, Topic } from '../../bot/knowledge/inquiry.types.ts';
import type { Appointment, HalfDay, Named } from '../../domain/appointment.ts';
import { FRESH_TALK, TALK_SHAPE, type TalkMemory } from '../shared/memory.ts';
import { is, type Shape } from '../shared/snapshot.ts';

/** An appointment as far as it is known. */
export interface Draft {
  readonly department: Named | null;
  readonly doctor: Named | null;
  readonly date: string | null;
  readonly half: HalfDay | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** Number of the confirmed request that it changes; null for a new one. */
  readonly changes: number | null;
}

/** A confirmed request; its place in the list is its number. `null`: called off. */
type Booked = Appointment | null;

/** What a consultation remembers. Plain JSON. */
export interface ConsultationContext extends TalkMemory {
  /** They were told who we are and how we can help. */
  readonly welcomed: boolean;
  readonly topic: Topic | null;
  /** Choices of the clarifying question that stands open. */
  readonly offered: readonly Choice[];
  /** The question for which they were offered. */
  readonly choosingFor: string | null;
  /** Departments or doctors of whom one is meant for the appointment. */
  readonly among: readonly (Named | NamedDoctor)[];
  /** Departments that were suggested for a trouble, best first. */
  readonly suggested: readonly Named[];
  /** The trouble for which they were suggested, in the contact's words. */
  readonly trouble: string | null;
  readonly draft: Draft | null;
  /** What the appointment lacks and was asked for. */
  readonly asked: AskedFor;
  readonly booked: readonly Booked[];
  /** A number that the contact gave. */
  readonly phone: string | null;
  /** A question that the knowledge base lacks; it waits for a number to call back. */
  readonly unanswered: string | null;
  /** The person who takes over has no number yet and it was asked for. */
  readonly owesNumber: boolean;
  /** How often in a row the same was asked without getting further. */
  readonly stuck: number;
}

export const NO_DRAFT: Draft = {
  department: null,
  doctor: null,
  date: null,
  half: null,
  name: null,
  phone: null,
  changes: null,
};

/** What the first version, which knew no appointments, did not remember. */
export const SINCE_INQUIRY: Omit<ConsultationContext, keyof TalkMemory | 'welcomed'> = {
  topic: null,
  offered: [],
  choosingFor: null,
  among: [],
  suggested: [],
  trouble: null,
  draft: null,
  asked: null,
  booked: [],
  phone: null,
  unanswered: null,
  owesNumber: false,
  stuck: 0,
};

export const FRESH: ConsultationContext = { ...FRESH_TALK, welcomed: false, ...SINCE_INQUIRY };

/** For checking what was stored. */
export const INQUIRY_SHAPE: Shape = { ...TALK_SHAPE, welcomed: is.boolean };
export const SHAPE: Shape = {
  ...TALK_SHAPE,
  welcomed: is.boolean,
  topic: is.objectOrNull,
  offered: is.list,
  choosingFor: is.textOrNull,
  among: is.list,
  suggested: is.list,
  trouble: is.textOrNull,
  draft: is.objectOrNull,
  asked: is.textOrNull,
  booked: is.list,
  phone: is.textOrNull,
  unanswered: is.textOrNull,
  owesNumber: is.boolean,
  stuck: is.number,
} satisfies Record<keyof ConsultationContext, (value: unknown) => boolean>;
