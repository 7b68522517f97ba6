import type { TurnKit } from '../../src/bot/turn/kit.ts';
import type { Dialogue } from '../../src/evaluate/dialogue.ts';
import { Player } from '../../src/evaluate/play.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { ConversationView, Store } from '../../src/store/store.ts';
import { LAWS } from './laws/index.ts';
import { type Breach, Recorder, type Rules, type Trace } from './trace.ts';

/** Longer than any silence the service waits through: an agreed day (at most a year ahead), reminder, and the end after it. */
const LONG_SILENCE = { wait: 'P400D' } as const;
/** More commits than one dialogue can need. */
const ENDLESS = 400;

export interface Broken extends Breach {
  readonly law: string;
}

/** Plays patients one after the other through the turns of the service, on one store in memory. */
export class Clinic {
  readonly #kit: TurnKit;
  readonly #rules: Rules;
  readonly #store: Store;
  #run = 0;

  private constructor(kit: TurnKit, rules: Rules, store: Store) {
    this.#kit = kit;
    this.#rules = rules;
    this.#store = store;
  }

  /** `kit` plays, `rules` judge: with a planted fault they differ. */
  static async open(kit: TurnKit, rules: Rules = kit): Promise<Clinic> {
    return new Clinic(kit, rules, await openSqliteStore({ file: ':memory:', zone: rules.settings.zone }));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** What the service did; after the last turn nobody writes any more. */
  async trace(dialogue: Dialogue): Promise<Trace> {
    this.#run += 1;
    const recorder = new Recorder();
    const whole = { ...dialogue, turns: withSilence(dialogue.turns) };
    const player = new Player(whole, this.#kit, this.#store, this.#run);
    let end: ConversationView | undefined;
    try {
      const played = await player.play({
        onCommitted: (commit, turn) => {
          recorder.commit(commit, turn);
          if (recorder.steps.length > ENDLESS) throw new Endless();
        },
        onFault: (error, turn) => recorder.faults.push({ turn, error }),
      });
      end = played.view;
    } catch (error) {
      if (!(error instanceof Endless)) recorder.faults.push({ turn: whole.turns.length - 1, error });
      await this.#clear(recorder);
    }
    return { dialogue: whole, rules: this.#rules, steps: recorder.steps, faults: recorder.faults, end };
  }

  /** Nothing of a patient who was broken off may fall due in the next one. */
  async #clear({ steps }: Recorder): Promise<void> {
    for (const id of new Set(steps.map(({ commit }) => commit.record.id)))
      for (const timer of await this.#store.timers.of(id)) await this.#store.timers.drop(timer);
  }

  /** The laws that this patient saw broken. */
  async broken(dialogue: Dialogue): Promise<readonly Broken[]> {
    const trace = await this.trace(dialogue);
    return LAWS.flatMap((law) => law.check(trace).map((breach) => ({ law: law.name, ...breach })));
  }
}

class Endless extends Error {}

function withSilence(turns: Dialogue['turns']): Dialogue['turns'] {
  const last = turns.at(-1);
  const silent = typeof last === 'object' && 'wait' in last && last.wait === LONG_SILENCE.wait;
  return silent ? turns : [...turns, LONG_SILENCE];
}
