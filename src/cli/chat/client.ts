import type { Handset } from '../../demo/handsets.ts';
import type { DemoHospital } from '../../demo/hospital.ts';
import type { DemoConversation } from '../../demo/views.ts';

/** What the demo API says of the whole: `GET /demo/api/state`. */
export interface DemoState extends Pick<DemoHospital, 'zone' | 'questions' | 'grades'> {
  readonly now: number;
  readonly hospital: DemoHospital['name'];
  readonly paused: boolean;
  readonly followUps: Readonly<Record<string, number>>;
}

export interface HandsetView {
  readonly address: string;
  /** Oldest first. */
  readonly conversations: readonly DemoConversation[];
}

export type ClockMove = { readonly advanceMs: number } | { readonly toNext: true };

/** The service answered and refused; `details` say why. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: readonly string[];

  constructor(status: number, details: readonly string[]) {
    super(details.join('; ') || String(status));
    this.status = status;
    this.details = details;
  }
}

const ATTEMPTS = 3;

/** The demo API of one service, as the page uses it. */
export class DemoClient {
  readonly #base: string;

  /** `url`: without a slash at its end. */
  constructor(url: string) {
    this.#base = `${url}/demo/api`;
  }

  state(): Promise<DemoState> {
    return this.#call<DemoState>('state');
  }

  handsets(limit: number, search: string): Promise<{ handsets: readonly Handset[]; more: boolean }> {
    return this.#call(`handsets?limit=${String(limit)}&search=${encodeURIComponent(search)}`);
  }

  handset(address: string): Promise<HandsetView> {
    return this.#call<HandsetView>(`handsets/${encodeURIComponent(address)}`);
  }

  /** With the same `id` again it is no second message, so a broken line is tried again. */
  async send(address: string, text: string, id: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#call(`handsets/${encodeURIComponent(address)}/messages`, { text, id });
        return;
      } catch (error) {
        if (error instanceof Refusal || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async move(move: ClockMove): Promise<void> {
    await this.#call('clock', move);
  }

  async pause(paused: boolean): Promise<void> {
    await this.#call('campaign', { paused });
  }

  async #call<T>(path: string, body?: unknown): Promise<T> {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${this.#base}/${path}`, init);
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer as T;
    const { details } = answer as { details?: readonly string[] };
    throw new Refusal(response.status, details ?? []);
  }
}
