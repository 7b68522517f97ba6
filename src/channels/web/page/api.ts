import { NOTICE_VERSION, PATHS, SESSION_HEADER } from '../wire.ts';

/** How long a call may take, milliseconds; slow lines are slow. */
const TIMEOUT_MS = 20_000;

/** What became of a call. `status` 0: no answer. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds after which it works again, where the server says so. */
  readonly waitMs: number | undefined;
}

const NO_ANSWER: Answer = { status: 0, body: {}, waitMs: undefined };

/** Where the session token is, when cookies do not reach: in the widget's frame, or where they are blocked. */
export interface TokenKeeper {
  get(): string | null;
  set(token: string): void;
  forget(): void;
}

/** The calls of the page. None throws: a broken line is an answer too. */
export class Api {
  readonly #token: TokenKeeper;

  constructor(token: TokenKeeper) {
    this.#token = token;
  }

  headers(): Record<string, string> {
    const token = this.#token.get();
    return token === null ? {} : { [SESSION_HEADER]: token };
  }

  get(path: string, timeoutMs: number = TIMEOUT_MS): Promise<Answer> {
    return this.#call(path, { headers: this.headers() }, timeoutMs);
  }

  post(path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...this.headers() };
    return this.#call(path, { method: 'POST', headers, body: JSON.stringify(body) }, TIMEOUT_MS);
  }

  async isOpen(): Promise<boolean | undefined> {
    const { status, body } = await this.get(PATHS.session);
    return status === 200 ? body['open'] === true : undefined;
  }

  /**
   * Opens a session. On our own page a cookie keeps it that no script can read; in a frame, and where the cookie does not come
   * back (blocked), the page keeps a token.
   */
  async open(framed: boolean): Promise<Answer> {
    if (!framed) {
      const answer = await this.post(PATHS.session, { notice: NOTICE_VERSION, keep: 'cookie' });
      if (answer.status >= 300 || answer.status === 0 || (await this.isOpen()) !== false) return answer;
    }
    const answer = await this.post(PATHS.session, { notice: NOTICE_VERSION, keep: 'token' });
    const token = answer.body['token'];
    if (typeof token === 'string') this.#token.set(token);
    return answer;
  }

  async end(): Promise<void> {
    await this.post(PATHS.end, {});
    this.#token.forget();
  }

  async #call(path: string, init: RequestInit, timeoutMs: number): Promise<Answer> {
    let timer = 0;
    const tooLong = new Promise<Answer>((resolve) => {
      timer = window.setTimeout(() => {
        resolve(NO_ANSWER);
      }, timeoutMs);
    });
    try {
      return await Promise.race([tooLong, answerOf(fetch(path, { credentials: 'same-origin', ...init }))]);
    } catch {
      return NO_ANSWER;
    } finally {
      window.clearTimeout(timer);
    }
  }
}

async function answerOf(called: Promise<Response>): Promise<Answer> {
  const response = await called;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  const body: unknown = await response.json();
  return { status: response.status, body: (body ?? {}) as Record<string, unknown>, waitMs };
}
