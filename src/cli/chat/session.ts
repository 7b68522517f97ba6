import { randomUUID } from 'node:crypto';
import type { Handset } from '../../demo/handsets.ts';
import type { DemoConversation } from '../../demo/views.ts';
import { DAY, HOUR, MINUTE } from '../../domain/clock.ts';
import { type ClockMove, type DemoClient, type HandsetView, Refusal } from './client.ts';
import { recordLine, recordLines } from './describe.ts';
import type { ChatWords } from './words.ts';

const LISTED = 15;
/** How long a reply is waited for, and how often it is looked for, real milliseconds. */
const REPLY_LIMIT_MS = 20_000;
const POLL_MS = 100;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY };

/** Where the session writes. `dim` lines are what is recorded, not what is said. */
export interface Screen {
  print(line: string): void;
  dim(line: string): void;
}

function moveOf(text: string): ClockMove | undefined {
  if (text === 'next') return { toNext: true };
  const match = /^\+(\d{1,4})\s*([mhd])$/.exec(text);
  const advanceMs = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? 0);
  return advanceMs > 0 ? { advanceMs } : undefined;
}

/** The conversation that messages of this number come to. */
function currentOf({ conversations }: HandsetView): DemoConversation | undefined {
  return conversations.find(({ current }) => current) ?? conversations.at(-1);
}

/** One person at the terminal: commands, and what the patient writes. */
export class Session {
  readonly #client: DemoClient;
  readonly #words: ChatWords;
  readonly #screen: Screen;
  #listed: readonly Handset[] = [];
  #address: string | undefined;
  /** Lines of each conversation that were shown. */
  #shown = new Map<string, number>();

  constructor(client: DemoClient, words: ChatWords, screen: Screen) {
    this.#client = client;
    this.#words = words;
    this.#screen = screen;
  }

  /** The chosen number, for the prompt. */
  get address(): string | undefined {
    return this.#address;
  }

  async begin(): Promise<void> {
    await this.#clock();
    await this.#list('');
    this.#screen.dim(this.#words.say('welcome'));
  }

  /** Does what the line says; false when it ends the session. What the service refuses is told and the session goes on. */
  async line(text: string): Promise<boolean> {
    if (text.trim() === '') return true;
    if (text.trim() === '/quit') return false;
    try {
      if (text.startsWith('/')) await this.#command(text.trim());
      else await this.#write(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#screen.print(this.#words.say('refused', error.message));
    }
    return true;
  }

  async #command(text: string): Promise<void> {
    const [name = '', ...rest] = text.split(/\s+/);
    const argument = rest.join(' ');
    switch (name) {
      case '/list':
        return this.#list(argument);
      case '/pick':
        return this.#pick(argument);
      case '/state':
        return this.#state();
      case '/clock':
        return this.#move(argument);
      case '/pause':
      case '/resume':
        await this.#client.pause(name === '/pause');
        this.#screen.print(this.#words.say(name === '/pause' ? 'paused' : 'resumed'));
        return;
      default:
        this.#screen.print(this.#words.say('unknown', name));
    }
  }

  async #clock(): Promise<void> {
    const { now, zone, followUps, paused } = await this.#client.state();
    const count = (name: string) => String(followUps[name] ?? 0);
    this.#screen.print(
      this.#words.say('clock', this.#words.time(now, zone), count('planned'), count('open'), count('done')),
    );
    if (paused) this.#screen.print(this.#words.say('paused'));
  }

  async #list(search: string): Promise<void> {
    const { handsets, more } = await this.#client.handsets(LISTED, search);
    this.#listed = handsets;
    handsets.forEach((handset, index) => {
      const owner = handset.owner ?? this.#words.say('stranger');
      const patient = handset.patient === null || handset.patient === handset.owner ? '' : `（${handset.patient}）`;
      const state = this.#words.value('state', handset.state);
      this.#screen.print(`${String(index + 1).padStart(3)}  ${owner}${patient}  ${handset.address}  ${state}`);
    });
    if (handsets.length === 0) this.#screen.print(this.#words.say('noHandsets'));
    if (more) this.#screen.dim(this.#words.say('more'));
  }

  async #pick(choice: string): Promise<void> {
    const listed = /^\d{1,3}$/.test(choice);
    const address = listed ? this.#listed[Number(choice) - 1]?.address : choice;
    if (address === undefined) {
      this.#screen.print(this.#words.say('noSuch', choice));
      return;
    }
    const view = await this.#client.handset(address);
    this.#address = view.address;
    this.#screen.print(this.#words.say('picked', view.address));
    this.#shown = new Map();
    if (view.conversations.length === 0) this.#screen.print(this.#words.say('empty'));
    this.#show(view, 'all');
    await this.#recorded(view);
  }

  async #write(text: string): Promise<void> {
    if (this.#address === undefined) {
      this.#screen.print(this.#words.say('pickFirst'));
      return;
    }
    await this.#client.send(this.#address, text, randomUUID());
    const view = await this.#settled(this.#address);
    if (view === undefined) {
      this.#screen.dim(this.#words.say('late'));
      return;
    }
    if (this.#show(view, 'theirs') === 0) this.#screen.dim(this.#words.say('silent'));
    await this.#recorded(view);
  }

  /** Waits until the texts are read; several that follow within moments are read together. */
  async #settled(address: string): Promise<HandsetView | undefined> {
    const until = performance.now() + REPLY_LIMIT_MS;
    while (performance.now() < until) {
      const view = await this.#client.handset(address);
      if (!view.conversations.some(({ timers }) => timers.some(({ kind }) => kind === 'settle'))) return view;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return undefined;
  }

  /** Prints what was not shown yet; returns how many lines were printed. What the person just typed is not repeated. */
  #show(view: HandsetView, whose: 'all' | 'theirs'): number {
    let printed = 0;
    for (const { id, messages } of view.conversations) {
      const seen = this.#shown.get(id) ?? 0;
      for (const message of messages.filter(
        ({ seq, direction }) => seq > seen && (whose === 'all' || direction === 'out'),
      )) {
        this.#screen.print(`${this.#words.say(message.direction === 'in' ? 'you' : 'hospital')}: ${message.text}`);
        if (message.direction === 'out' && message.options.length > 0)
          this.#screen.dim(`  ${message.options.map((option) => `[${option}]`).join(' ')}`);
        printed += 1;
      }
      this.#shown.set(id, messages.at(-1)?.seq ?? 0);
    }
    return printed;
  }

  async #recorded(view: HandsetView): Promise<void> {
    const current = currentOf(view);
    if (current !== undefined)
      this.#screen.dim(`  ${recordLine(current, { words: this.#words, state: await this.#client.state() })}`);
  }

  async #state(): Promise<void> {
    if (this.#address === undefined) {
      this.#screen.print(this.#words.say('pickFirst'));
      return;
    }
    const view = await this.#client.handset(this.#address);
    const state = await this.#client.state();
    if (view.conversations.length === 0) this.#screen.print(this.#words.say('empty'));
    for (const conversation of view.conversations) {
      for (const line of recordLines(conversation, { words: this.#words, state })) this.#screen.print(line);
    }
  }

  async #move(text: string): Promise<void> {
    const move = moveOf(text);
    if (move === undefined) {
      this.#screen.print(this.#words.say('badClock'));
      return;
    }
    await this.#client.move(move);
    await this.#clock();
    if (this.#address === undefined) return;
    const view = await this.#client.handset(this.#address);
    this.#show(view, 'theirs');
    await this.#recorded(view);
  }
}
