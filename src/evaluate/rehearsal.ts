import { createStaffActions, type StaffActions } from '../bot/handover/actions.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { createTurnService } from '../bot/turn/service.ts';
import { MINUTE, SECOND } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import type { ConversationView, StayRow, Store, TurnCommit } from '../store/store.ts';
import type { DialogueTurn, StaffTurn } from './dialogue.ts';

/** How long texts of a burst are gathered. */
const SETTLE = 3 * SECOND;
/** Everything that staff do here is done by one account. */
const ACCOUNT = 'rehearsal';
export type Undelivered = Extract<DialogueTurn, { undelivered: unknown }>['undelivered'];

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
  /** A text could not be handled by the dialogue, and was only stored. */
  readonly onFault?: (error: unknown) => void;
}

/** A conversation with nobody: the turn code of the service, a virtual clock, timers fired in order. */
export class Rehearsal {
  readonly #setting: RehearsalSetting;
  readonly #clock: VirtualClock;
  readonly #turns;
  readonly #staff: StaffActions;
  #settle = 0;
  #lastSent = 0;
  #conversationId: string | undefined;
  #ids = 0;
  #written = 0;

  constructor(setting: RehearsalSetting) {
    const { kit, run, language, store } = setting;
    this.#setting = setting;
    this.#clock = new VirtualClock(setting.start);
    const own = { ...kit, defaultLanguage: language, settleMs: () => this.#settle };
    this.#turns = createTurnService({
      store,
      clock: this.#clock,
      ids: { next: () => `${String(run)}-${String((this.#ids += 1))}` },
      kit: () => own,
      onCommitted: (commit) => {
        this.#conversationId = commit.record.id;
        this.#lastSent = commit.outbox.at(-1)?.seq ?? this.#lastSent;
        setting.onCommitted?.(commit);
      },
      onFault: (error) => setting.onFault?.(error),
    });
    this.#staff = createStaffActions(this.#turns, store, () => this.#clock.now());
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
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    await this.#receive(text);
  }

  /** The contact writes several texts at once, one minute later; they are read together. */
  async burst(texts: readonly string[]): Promise<void> {
    this.#settle = SETTLE;
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    for (const text of texts) await this.#receive(text);
    await this.wait(SETTLE);
    this.#settle = 0;
  }

  /** Somebody of the staff acts, one minute later; what is refused does nothing. */
  async staff(turn: StaffTurn): Promise<void> {
    const id = this.#conversationId;
    if (id === undefined) return;
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    this.#written += 1;
    if (turn.staff === 'reply')
      await this.#staff.reply(id, {
        account: ACCOUNT,
        text: turn.text,
        id: `${String(this.#setting.run)}-${String(this.#written)}`,
      });
    else if (turn.staff === 'close') await this.#staff.close(id, ACCOUNT, turn.outcome);
    else await this.#staff[turn.staff](id, ACCOUNT);
  }

  /** What we sent last does not arrive, as the carrier tells one minute later. */
  async undelivered(why: Undelivered): Promise<void> {
    if (this.#conversationId === undefined || this.#lastSent === 0) return;
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    await this.#turns.undeliverable(this.#conversationId, { why, seq: this.#lastSent, detail: why });
  }

  async #receive(text: string): Promise<void> {
    const { channel, address, run } = this.#setting;
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
