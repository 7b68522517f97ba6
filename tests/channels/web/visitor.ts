import type { ChatLine, ChatUpdate } from '../../../src/channels/web/wire.ts';

/** What a call was answered with. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let made = 0;

/** A new message id, as the page makes them. */
export function newId(): string {
  made += 1;
  let [text, rest] = ['', made];
  for (; text.length < 26; rest = Math.floor(rest / 32)) text = ALPHABET.charAt(rest % 32) + text;
  return text;
}

/** Somebody with a browser, as the API sees them. */
export class Visitor {
  readonly url: string;
  /** Sent with every call; what the browser would put there. */
  readonly headers: Record<string, string>;
  cookie = '';

  constructor(url: string, headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = { origin: url, ...headers };
  }

  async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, {
      method,
      headers: { ...json, cookie: this.cookie, ...this.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [kept] = response.headers.getSetCookie();
    if (kept !== undefined) this.cookie = kept.split(';')[0] ?? '';
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  /** Accepts the notice. */
  async accept(keep: 'cookie' | 'token' = 'cookie'): Promise<Answer> {
    const answer = await this.call('POST', '/chat/api/session', { notice: 1, keep });
    const { token } = answer.body;
    if (typeof token === 'string') this.headers['x-chat-session'] = token;
    return answer;
  }

  say(text: string, id = newId()): Promise<Answer> {
    return this.call('POST', '/chat/api/messages', { id, text });
  }

  seen(...keys: string[]): Promise<Answer> {
    return this.call('POST', '/chat/api/seen', { keys });
  }

  async poll(after = ''): Promise<ChatUpdate> {
    return (await this.call('GET', `/chat/api/poll?after=${after}`)).body as unknown as ChatUpdate;
  }

  /** Polls from the start until there are so many lines. */
  async lines(count: number): Promise<readonly ChatLine[]> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { lines } = await this.poll();
      if (lines.length >= count) return lines;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`never ${String(count)} lines`);
  }

  /** Opens the stream. */
  async events(
    after = '',
  ): Promise<{ status: number; next: () => Promise<ChatUpdate | undefined>; leave: () => void }> {
    const abort = new AbortController();
    const response = await fetch(`${this.url}/chat/api/events?after=${after}`, {
      headers: { cookie: this.cookie, ...this.headers },
      signal: abort.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const next = async (): Promise<ChatUpdate | undefined> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        const event = text.slice(0, end);
        if (end >= 0) text = text.slice(end + 2);
        if (end >= 0 && event.startsWith('data: ')) return JSON.parse(event.slice(6)) as ChatUpdate;
        if (end >= 0) continue;
        const piece = await reader?.read();
        if (piece === undefined || piece.done) return undefined;
        text += piece.value;
      }
    };
    return {
      status: response.status,
      next,
      leave: () => {
        abort.abort();
      },
    };
  }
}
