import type { Named } from '../../domain/appointment.ts';
import type { Language } from '../../domain/language.ts';

/**
 * What the talk was about last, so that 那周末呢, 多少钱, 他几楼 can be read. Plain JSON; it is stored with the conversation, so
 * only ids of the knowledge base and words of these lists, never the contact's own text.
 */
export interface Topic {
  /** `department:cardiology`, `doctor:d001`, `office:records`, `price:ct`, `hours:outpatient`, `faq:visit-hours`, `hospital`. */
  readonly entities: readonly string[];
  /** What was asked of it: `hours`, `place`, `phone`, `price`, `insurance`, `clinic`, `intro` … ; null = as a whole. */
  readonly attribute: string | null;
  /** `YYYY-MM-DD` or a kind of day (`saturday`, `weekend`, `holiday`, `night` …) that was asked about; null = none. */
  readonly day: string | null;
}

/** One of up to three choices of a clarifying question. `id` is an entity (see Topic) or `attribute:price`. */
export interface Choice {
  readonly id: string;
  /** Title that the contact reads, in their language as far as the knowledge base has it. */
  readonly label: string;
}

/** A question of a contact, and what it follows on. */
export interface Inquiry {
  /** As received. */
  readonly text: string;
  /** Epoch ms; and the hospital's zone. */
  readonly now: number;
  readonly zone: string;
  readonly language: Language;
  /** What was talked about last. */
  readonly topic: Topic | null;
  /** The choices that were offered in the last message and not taken yet. */
  readonly offered: readonly Choice[];
}

/** Where an answer comes from, for staff: entity id and the date of the knowledge base. */
export interface Source {
  readonly id: string;
  readonly updatedOn: string;
}

/** A department that fits a trouble. */
interface Suggestion {
  readonly department: Named;
  /** 0–1. */
  readonly score: number;
}

/** What the knowledge base says to a question. */
export type KnowledgeReply =
  /** A fact or an entry: `text` is ready to be sent. */
  | {
      readonly type: 'answer';
      readonly text: string;
      readonly sources: readonly Source[];
      readonly topic: Topic;
      /** The part of the message that it answers, where that is not the whole. */
      readonly of?: string;
    }
  /** Unsure: one question back with two or three choices. `about` picks its wording. */
  | {
      readonly type: 'choose';
      readonly about: 'entry' | 'department' | 'doctor' | 'item' | 'attribute';
      readonly choices: readonly Choice[];
      readonly topic: Topic;
    }
  /** The question lacks its object, and there are too many to offer: which department / doctor / examination is meant? */
  | { readonly type: 'which'; readonly about: 'department' | 'doctor' | 'item' | 'matter'; readonly topic: Topic }
  /** A trouble was told: which departments see to it, best first, one to three. */
  | { readonly type: 'departments'; readonly suggestions: readonly Suggestion[]; readonly topic: Topic }
  /** A trouble was told that fits no department surely: ask once what it is, how old the patient is. */
  | { readonly type: 'describe' }
  /** It is a question, and the knowledge base does not answer it. */
  | { readonly type: 'unanswered' }
  /** No question at all. */
  | { readonly type: 'none' };
