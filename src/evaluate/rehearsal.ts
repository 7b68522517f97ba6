import type { TurnKit } from '../bot/turn/kit.ts';
import { createTurnService } from '../bot/turn/service.ts';
import { MINUTE } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import type { ConversationView, StayRow, Store, TurnCommit } from '../store/store.ts';

/** A virtual clock that only its owner moves. */
class VirtualClock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  moveTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }
}

export interface RehearsalSetting {
  readonly kit: TurnKit;
  /** In memory; several rehearsals may follow each other on one, told apart by `run`. */
  readonly store: Store;
  readonly run: number;
  readonly language: Language;
  readonly channel: ChannelId;
  readonly address: string;
  /** Epoch ms at which it begins. */
  readonly start: number;
  /** Hears of every commit. */
  readonly onCommitted?: (commit: TurnCommit) => void;
}

/** A conversation with nobody: the turn code of the service, a virtual clock, timers fired in order. */
export class Rehearsal {
  readonly #setting: RehearsalSetting;
  readonly #clock: VirtualClock;
  readonly #turns;
  #conversationId: string | undefined;
  #ids = 0;
  #written = 0;

  constructor(setting: RehearsalSetting) {
    const { kit, run, language, store } = setting;
    this.#setting = setting;
    this.#clock = new VirtualClock(setting.start);
    const own = { ...kit, defaultLanguage: language, settleMs: () => 0 };
    this.#turns = createTurnService({
      store,
      clock: this.#clock,
      ids: { next: () => `${String(run)}-${String((this.#ids += 1))}` },
      kit: () => own,
      onCommitted: (commit) => {
        this.#conversationId = commit.record.id;
        setting.onCommitted?.(commit);
      },
    });
  }

  now(): number {
    return this.#clock.now();
  }

  /** The follow-up of a stay begins. */
  async open(stay: StayRow): Promise<void> {
    await this.#setting.store.directory.addStays([stay], this.#clock.now());
    await this.#turns.open(stay);
  }

  /** The contact writes, one minute later. */
  async write(text: string): Promise<void> {
    const { channel, address, run } = this.#setting;
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    this.#written += 1;
    const externalId = `${String(run)}-${String(this.#written)}`;
    await this.#turns.receive({ channel, address, externalId, text, receivedAt: this.#clock.now() });
  }

  /** Nobody writes for so many milliseconds; due timers run. */
  async wait(length: number): Promise<void> {
    const end = this.#clock.now() + length;
    for (;;) {
      const [timer] = await this.#setting.store.timers.due(end, 1);
      if (timer === undefined) break;
      this.#clock.moveTo(timer.due);
      await this.#turns.fire(timer);
    }
    this.#clock.moveTo(end);
  }

  /** Undefined until something was said. */
  async view(): Promise<ConversationView | undefined> {
    return this.#conversationId === undefined ? undefined : this.#setting.store.views.view(this.#conversationId);
  }
}
