import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody } from '../twilio-stand-in/http.ts';
import { assertLoopback } from '../twilio-stand-in/loopback.ts';
import type { Answer, Call, Fault, Sent } from './types.ts';

const BOT_ID = 123456789;
const FIRST_UPDATE = 700_000;
const POLL_STEP_MS = 20;

interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
}

interface Update {
  readonly update_id: number;
  readonly [part: string]: unknown;
}

/** The part of the Bot API that we use, on loopback, over real HTTP, with faults that a test plans. */
export class TelegramStandIn {
  readonly token = `${String(BOT_ID)}:AAstand-in-stand-in-stand-in-00000`;
  readonly botId = String(BOT_ID);
  readonly calls: Call[] = [];
  readonly sent: Sent[] = [];
  /** Chats whose person blocked the bot. */
  readonly blocked = new Set<string>();
  webhook: Webhook | undefined;
  /** So many calls that are no messages are answered with 502. */
  troubles = 0;
  readonly #faults: Fault[] = [];
  readonly #server: Server;
  #pending: Update[] = [];
  #messages = 0;
  #updates = FIRST_UPDATE;
  #app: { readonly url: string; readonly publicBaseUrl: string } | undefined;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<TelegramStandIn> {
    const standIn = new TelegramStandIn();
    await new Promise<void>((resolve) => standIn.#server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Where the public address leads to on this machine. */
  setApp(url: string, publicBaseUrl: string): void {
    assertLoopback(url);
    this.#app = { url, publicBaseUrl };
  }

  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Messages of one chat, oldest first. */
  chat(chat: string): readonly Sent[] {
    return this.sent.filter((one) => one.chat === chat);
  }

  called(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** An update with the next number; nothing is delivered yet. */
  update(part: Readonly<Record<string, unknown>>): Update {
    this.#updates += 1;
    return { update_id: this.#updates, ...part };
  }

  /** What somebody writes in their chat. */
  message(chat: string, content: Readonly<Record<string, unknown>>): Update {
    this.#messages += 1;
    const from = { id: Number(chat), is_bot: false, first_name: 'P', language_code: 'zh-hans' };
    const where = { id: Number(chat), type: 'private', first_name: 'P' };
    return this.update({ message: { message_id: this.#messages, date: 1_790_000_000, chat: where, from, ...content } });
  }

  text(chat: string, text: string): Update {
    return this.message(chat, { text });
  }

  tap(on: Sent, option: number): Update {
    const chat = { id: Number(on.chat), type: 'private' };
    const data = on.buttons[option]?.data;
    const from = { id: Number(on.chat), is_bot: false, first_name: 'P' };
    const message = { message_id: on.messageId, chat, date: 1_790_000_000, text: on.text };
    return this.update({
      callback_query: { id: `q${String(this.#updates)}`, from, chat_instance: '1', message, data },
    });
  }

  /** The person blocks the bot, or lifts it. */
  member(chat: string, status: 'kicked' | 'member'): Update {
    if (status === 'kicked') this.blocked.add(chat);
    else this.blocked.delete(chat);
    return this.update({
      my_chat_member: { chat: { id: Number(chat), type: 'private' }, new_chat_member: { status } },
    });
  }

  /** Posts an update to the registered webhook, as Telegram does; `secret` instead of the right one. */
  async deliver(update: unknown, secret: string | null | undefined = this.webhook?.secret): Promise<Answer> {
    const { webhook } = this;
    if (webhook === undefined || this.#app === undefined) throw new Error('no webhook is registered');
    const url = webhook.url.replace(this.#app.publicBaseUrl, this.#app.url);
    assertLoopback(url);
    const proof: Record<string, string> = secret == null ? {} : { 'x-telegram-bot-api-secret-token': secret };
    const headers = { 'content-type': 'application/json', ...proof };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    return { status: response.status, body: await response.text() };
  }

  /** Keeps an update until the bot asks for it. */
  queue(update: Update): void {
    this.#pending.push(update);
  }

  /** Updates that the bot has not confirmed. */
  get pending(): number {
    return this.#pending.length;
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const body = await readBody(request);
    const payload = JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
    response.setHeader('connection', 'close');
    if (token !== this.token) {
      refuse(response, 401, 'Unauthorized');
      return;
    }
    this.calls.push({ method, payload });
    if (this.troubles > 0 && method !== 'sendMessage') {
      this.troubles -= 1;
      breakDown({ kind: 'server_error', when: 'before' }, response);
      return;
    }
    await this.#answer(method, payload, response);
  }

  async #answer(method: string, payload: Record<string, unknown>, response: ServerResponse): Promise<void> {
    switch (method) {
      case 'sendMessage':
        this.#send(payload, response);
        return;
      case 'setWebhook':
        this.webhook = { url: String(payload['url']), secret: payload['secret_token'] as string | undefined };
        accept(response, true);
        return;
      case 'deleteWebhook':
        this.webhook = undefined;
        accept(response, true);
        return;
      case 'getUpdates':
        await this.#poll(payload, response);
        return;
      case 'getMe':
        accept(response, { id: BOT_ID, is_bot: true, first_name: 'Bot', username: 'stand_in_bot' });
        return;
      case 'answerCallbackQuery':
      case 'editMessageReplyMarkup':
        accept(response, true);
        return;
      default:
        refuse(response, 404, 'Not Found: method not found');
    }
  }

  #send(payload: Record<string, unknown>, response: ServerResponse): void {
    const chat = String(payload['chat_id']);
    const text = String(payload['text']);
    const fault = this.#faults.shift() ?? { kind: 'none' };
    if (fault.kind === 'too_many') {
      refuse(response, 429, `Too Many Requests: retry after ${String(fault.retryAfter)}`, {
        retry_after: fault.retryAfter,
      });
      return;
    }
    if (fault.kind === 'refuse') {
      refuse(response, fault.status, fault.description);
      return;
    }
    if ('when' in fault && fault.when === 'before') {
      breakDown(fault, response);
      return;
    }
    if (this.blocked.has(chat)) {
      refuse(response, 403, 'Forbidden: bot was blocked by the user');
      return;
    }
    if (text.length > 4096) {
      refuse(response, 400, 'Bad Request: message is too long');
      return;
    }
    this.#messages += 1;
    this.sent.push({ chat, text, messageId: this.#messages, buttons: buttonsOf(payload['reply_markup']) });
    if ('when' in fault) breakDown(fault, response);
    else accept(response, { message_id: this.#messages, date: 1_790_000_000, chat: { id: Number(chat) }, text });
  }

  /** Long polling: an offset confirms everything below it. */
  async #poll(payload: Record<string, unknown>, response: ServerResponse): Promise<void> {
    if (this.webhook !== undefined) {
      refuse(response, 409, "Conflict: can't use getUpdates method while webhook is active");
      return;
    }
    const offset = Number(payload['offset'] ?? 0);
    this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    const end = Date.now() + Number(payload['timeout'] ?? 0) * 1_000;
    while (this.#pending.length === 0 && Date.now() < end && !response.destroyed) await sleep(POLL_STEP_MS);
    accept(response, this.#pending);
  }
}

function buttonsOf(markup: unknown): Sent['buttons'] {
  const rows = (markup as { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined)
    ?.inline_keyboard;
  return (rows ?? []).flat().map(({ text, callback_data: data }) => ({ text, data }));
}

function accept(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

function refuse(response: ServerResponse, status: number, description: string, parameters?: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ ok: false, error_code: status, description, ...(parameters === undefined ? {} : { parameters }) }),
  );
}

function breakDown(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'server_error') response.writeHead(502).end('<html>Bad Gateway</html>');
  // Silence: the caller's time-out ends it.
}
