import { setTimeout as sleep } from 'node:timers/promises';
import type { InboundText, WebhookResult } from '../support/twilio-stand-in/types.ts';
import { AFTERTHOUGHTS, CUES, TURNS_OF_EVENTS } from './script.lists.ts';

/** How patients behave; spans in milliseconds. */
export interface Habits {
  readonly thinkMs: readonly [from: number, to: number];
  readonly burstGapMs: readonly [from: number, to: number];
  /** A webhook that was not answered with 2xx is posted again after this, so often; then only the carrier's list has it. */
  readonly retryEveryMs: number;
  readonly retries: number;
  /** Share of questions that get something else than an answer, 0–1. */
  readonly surprises: number;
  /** Share of texts whose webhook never comes, so that only the carrier's list has them. */
  readonly silentWebhooks: number;
}

export const HABITS: Habits = {
  thinkMs: [30, 500],
  burstGapMs: [5, 120],
  retryEveryMs: 300,
  retries: 5,
  surprises: 0.04,
  silentWebhooks: 0.02,
};

/** The carrier as a handset knows it. */
export interface Network {
  /** Resolves when the webhook was answered, or at once if it is never posted. */
  send(text: InboundText): Promise<readonly WebhookResult[]>;
}

/** So many answers, then the patient has had enough: a talk in circles would hide that it does not end. */
const MAX_ANSWERS = 14;

/** One patient with a handset: answers what arrives there and knows nothing else. */
export class Patient {
  readonly #number: string;
  readonly #network: Network;
  readonly #habits: Habits;
  readonly #random: () => number;
  readonly #tasks = new Set<Promise<void>>();
  #written = 0;
  #answers = 0;
  #over = false;

  constructor(number: string, network: Network, random: () => number, habits: Habits = HABITS) {
    this.#number = number;
    this.#network = network;
    this.#random = random;
    this.#habits = habits;
  }

  /** Nothing is being thought, written or posted. */
  get quiet(): boolean {
    return this.#tasks.size === 0;
  }

  /** The talk has ended for this patient. */
  get over(): boolean {
    return this.#over;
  }

  /** A text arrives on the handset. */
  receive(text: string): void {
    const reply = this.#replyTo(text);
    if (reply === undefined) return;
    const task = this.#say(reply).finally(() => {
      this.#tasks.delete(task);
    });
    this.#tasks.add(task);
  }

  #replyTo(text: string): readonly string[] | undefined {
    if (this.#over) return undefined;
    const cue = CUES.find(({ heard }) => text.includes(heard));
    this.#answers += 1;
    if (cue === undefined || this.#answers > MAX_ANSWERS) {
      this.#over = true;
      return this.#random() < 0.2 ? this.#oneOf(AFTERTHOUGHTS) : undefined;
    }
    const surprise = this.#random() < this.#habits.surprises;
    return this.#oneOf(surprise ? TURNS_OF_EVENTS : cue.replies);
  }

  async #say(texts: readonly string[]): Promise<void> {
    await sleep(this.#between(this.#habits.thinkMs));
    const posts: Promise<unknown>[] = [];
    for (const text of texts) {
      if (posts.length > 0) await sleep(this.#between(this.#habits.burstGapMs));
      // Blanks at the end make every text of a number another one; the service keeps texts untrimmed.
      this.#written += 1;
      const body = text + ' '.repeat(this.#written);
      const silent = this.#random() < this.#habits.silentWebhooks;
      const { retryEveryMs, retries } = this.#habits;
      posts.push(
        this.#network.send({ from: this.#number, body, retryEveryMs, retries, ...(silent ? { times: 0 } : {}) }),
      );
    }
    await Promise.all(posts);
  }

  #between([from, to]: readonly [number, number]): number {
    return from + this.#random() * (to - from);
  }

  #oneOf<T>(choices: readonly T[]): T | undefined {
    return choices[Math.floor(this.#random() * choices.length)];
  }
}
