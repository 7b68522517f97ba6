import { setImmediate as breathe } from 'node:timers/promises';
import type { TurnKit } from '../../bot/turn/kit.ts';
import type { Trial, TrialFailure } from '../../console/wire/settings.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { IdSource } from '../../domain/ids.ts';
import { checkDialogue } from '../../evaluate/check.ts';
import { Player } from '../../evaluate/play.ts';
import type { Store } from '../../store/store.ts';
import type { Hospital } from '../hospital.ts';
import type { FiledDialogue } from './dialogue-files.ts';

/** Trials whose result is kept. */
const KEPT = 5;

export interface TrialsDeps {
  readonly ids: IdSource;
  /** What the service runs with. */
  readonly hospital: () => Hospital;
  readonly dialogues: () => readonly FiledDialogue[];
  /** A store in memory. */
  readonly openStore: (zone: string) => Promise<Store>;
  readonly onFault: (error: unknown) => void;
}

/** A trial as it grows. */
interface Running {
  readonly text: string;
  view: Trial;
}

/** Tries settings against the dialogue files, one trial after the other, giving way to patients between two dialogues. */
export class Trials {
  readonly #deps: TrialsDeps;
  readonly #kept = new Map<string, Running>();
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: TrialsDeps) {
    this.#deps = deps;
  }

  /** Begins to try a checked candidate; `get` tells how far it is. Throws DIALOGUE_INVALID. */
  start(candidate: Hospital, text: string): Trial {
    const dialogues = this.#deps.dialogues();
    const id = this.#deps.ids.next();
    const nothing = { done: 0, total: dialogues.length, before: 0, after: 0, broken: [], failing: [], mended: [] };
    const running: Running = { text, view: { id, state: 'running', ...nothing } };
    this.#kept.set(id, running);
    for (const old of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(old);
    this.#last = this.#last
      .then(() => this.#run(running, dialogues, candidate))
      .catch((error: unknown) => {
        running.view = { ...running.view, state: 'failed' };
        this.#deps.onFault(error);
      });
    return running.view;
  }

  /** The last trial of exactly this text; null: it was never tried, or the trial is not kept any more. */
  of(text: string): Trial | null {
    return [...this.#kept.values()].findLast((one) => one.text === text)?.view ?? null;
  }

  /** Throws NOT_FOUND. */
  get(id: string): Trial {
    const running = this.#kept.get(id);
    if (running === undefined) throw new HuifangError('NOT_FOUND');
    return running.view;
  }

  /** Resolves when none is under way any more; what had not begun does not begin. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#last;
  }

  async #run(running: Running, dialogues: readonly FiledDialogue[], candidate: Hospital): Promise<void> {
    const inForce = this.#deps.hospital();
    const before = inForce.kit;
    const same = inForce.configHash === candidate.configHash;
    const [oldStore, newStore] = await Promise.all(
      [before, candidate.kit].map((kit) => this.#deps.openStore(kit.settings.zone)),
    );
    if (oldStore === undefined || newStore === undefined) throw new Error('two stores were asked for');
    try {
      for (const [index, filed] of dialogues.entries()) {
        if (this.#stopped) throw new Error('the service is stopping');
        const was = await play(filed, before, oldStore, index + 1);
        await breathe();
        const is = same ? was : await play(filed, candidate.kit, newStore, index + 1);
        await breathe();
        running.view = withResult(running.view, filed, was.failures.length === 0, is);
      }
    } finally {
      await Promise.all([oldStore.close(), newStore.close()]);
    }
    running.view = { ...running.view, state: 'done' };
  }
}

async function play({ file, dialogue }: FiledDialogue, kit: TurnKit, store: Store, run: number): Promise<TrialFailure> {
  const { got, transcript } = await new Player(dialogue, kit, store, run).play();
  const lines = transcript.map(({ from, text }) => ({ from, text }));
  return { id: dialogue.id, file, failures: checkDialogue(dialogue.expect, got), transcript: lines };
}

function withResult(view: Trial, { dialogue }: FiledDialogue, passed: boolean, is: TrialFailure): Trial {
  const passes = is.failures.length === 0;
  return {
    ...view,
    done: view.done + 1,
    before: view.before + Number(passed),
    after: view.after + Number(passes),
    broken: passed && !passes ? [...view.broken, is] : view.broken,
    failing: !passed && !passes ? [...view.failing, is] : view.failing,
    mended: !passed && passes ? [...view.mended, dialogue.id] : view.mended,
  };
}
