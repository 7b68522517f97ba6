import type { TurnKit } from '../../src/bot/turn/kit.ts';
import type { ContactRecord, ConversationRecord } from '../../src/domain/conversation.ts';
import type { MessageRow } from '../../src/domain/message.ts';
import type { Dialogue, Expectation } from '../../src/evaluate/dialogue.ts';
import type { ConversationView, TurnCommit } from '../../src/store/store.ts';

/** One commit, with what was stored before it. */
export interface Step {
  /** Index of the dialogue's turn, -1 = the opening. */
  readonly turn: number;
  readonly commit: TurnCommit;
  readonly before: ConversationRecord | null;
  readonly contactBefore: ContactRecord | null;
  readonly contact: ContactRecord | null;
  /** Texts of the contact that this commit has read, also those that were stored before. */
  readonly read: readonly MessageRow[];
  /** What the bot says in it. */
  readonly said: readonly Said[];
}

interface Said extends MessageRow {
  readonly urgent: boolean;
  readonly proactive: boolean;
  readonly confirmsOptOut: boolean;
}

/** Rules of the hospital that laws measure with; never those of a kit that may be at fault. */
export type Rules = Pick<TurnKit, 'settings' | 'caps'>;

/** Everything that one patient's dialogue made the service do. */
export interface Trace {
  readonly dialogue: Dialogue;
  readonly rules: Rules;
  readonly steps: readonly Step[];
  /** Texts that the dialogue could not handle, by turn. */
  readonly faults: readonly { readonly turn: number; readonly error: unknown }[];
  /** Undefined: nobody ever wrote, or it never came to an end. */
  readonly end: ConversationView | undefined;
}

/** Where a law was broken. `expect`: what a dialogue file would have to expect to see it. */
export interface Breach {
  readonly turn: number;
  readonly what: string;
  readonly expect?: Expectation;
}

/** Something that must hold for every patient. */
export interface Law {
  readonly name: string;
  /** As a person would say it. */
  readonly sentence: string;
  check(trace: Trace): readonly Breach[];
}

/** A law that looks at one commit at a time. */
export function everyStep(name: string, sentence: string, check: (step: Step, rules: Rules) => readonly string[]): Law {
  return {
    name,
    sentence,
    check: ({ steps, rules }) =>
      steps.flatMap((step) => check(step, rules).map((what): Breach => ({ turn: step.turn, what }))),
  };
}

/** The meanings that staff see beside what this commit has read. */
export function kindsRead({ read, commit }: Step): readonly string[] {
  const lines = [...read.flatMap(({ readings }) => readings), ...commit.readings.flatMap(({ readings }) => readings)];
  return lines.map((line) => line.split(' ')[0] ?? '');
}

/** Nothing may be said in answer to this turn. */
export const silentAt = (turn: number): Expectation => ({ replies: [{ after: turn, never: ['.'] }] });

/** Gathers commits into steps. */
export class Recorder {
  readonly steps: Step[] = [];
  readonly faults: { turn: number; error: unknown }[] = [];
  readonly #records = new Map<string, ConversationRecord>();
  readonly #unread = new Map<string, MessageRow[]>();
  #contact: ContactRecord | null = null;

  commit(commit: TurnCommit, turn: number): void {
    const { record } = commit;
    const before = this.#records.get(record.id) ?? null;
    const contactBefore = this.#contact;
    const heard = [
      ...(this.#unread.get(record.id) ?? []),
      ...commit.messages.filter(({ direction }) => direction === 'in'),
    ];
    this.#contact = commit.contact ?? this.#contact;
    this.#records.set(record.id, record);
    this.#unread.set(
      record.id,
      heard.filter(({ seq }) => seq > record.readSeq),
    );
    const read = heard.filter(({ seq }) => seq <= record.readSeq);
    this.steps.push({ turn, commit, before, contactBefore, contact: this.#contact, read, said: saidIn(commit) });
  }
}

function saidIn({ messages, outbox }: TurnCommit): readonly Said[] {
  return messages.flatMap((message) => {
    const mark = outbox.find(({ seq }) => seq === message.seq)?.mark;
    if (message.author !== 'bot') return [];
    const { urgent = false, proactive = false, confirmsOptOut = false } = mark ?? {};
    return [{ ...message, urgent, proactive, confirmsOptOut }];
  });
}
