import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_CALLBACKS, planStatuses, postSigned, type Signing, sendCallbacks } from './callbacks.ts';
import { messageOf, refusalOf } from './create.ts';
import { failAfter, failBefore, RANDOM_FAULTS } from './faults.ts';
import { answer, readBody } from './http.ts';
import { inboundForm } from './inbound-form.ts';
import { MessageBook, toJson } from './message-book.ts';
import { seededRandom } from './random.ts';
import type { CallbackStyle, Fault, InboundText, StandInOptions, StoredMessage, WebhookResult } from './types.ts';

const STAND_IN_ACCOUNT = `AC${'0'.repeat(31)}1`;
const STAND_IN_TOKEN = 'stand-in-token';
const STAND_IN_NUMBER = '+15005550006';
/** The product could not be reached, or did not take the text. */
const NO_ANSWER: WebhookResult = { status: 0, contentType: null, body: '' };

/** A carrier on loopback that speaks Twilio's Messages resource over real HTTP. */
export interface TwilioStandIn {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly number: string;
  /** Outbound messages that were accepted, oldest first: what the handsets got. */
  readonly accepted: readonly StoredMessage[];
  /** Accepted texts of one handset. */
  handset(number: string): readonly string[];
  /** Create requests, refused ones included. */
  readonly requests: readonly URLSearchParams[];
  /** How requests were refused for their form: authorisation, content type. */
  readonly misuse: readonly string[];
  fail(...faults: readonly Fault[]): void;
  setApp(appUrl: string, publicBaseUrl?: string): void;
  setCallbacks(style: Partial<CallbackStyle>): void;
  /** Message lists and look-ups are answered with 503. */
  refuseLists(refuse: boolean): void;
  inject(text: InboundText): Promise<readonly WebhookResult[]>;
  /** Posts one status callback for a message, signed. */
  callback(sid: string, status: string, errorCode?: number): Promise<WebhookResult>;
  /** Resolves when all callbacks planned so far are sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one; port 0 by default. */
export async function startTwilioStandIn(options: StandInOptions = {}): Promise<TwilioStandIn> {
  const standIn = new StandIn(options);
  await standIn.listen();
  return standIn;
}

class StandIn implements TwilioStandIn {
  readonly accountSid: string;
  readonly authToken: string;
  readonly number: string;
  readonly requests: URLSearchParams[] = [];
  readonly misuse: string[] = [];
  readonly #book = new MessageBook();
  readonly #server: Server;
  readonly #faults: Fault[];
  readonly #random: () => number;
  readonly #tasks = new Set<Promise<void>>();
  #options: StandInOptions;
  #style: CallbackStyle;
  #url = '';
  #listsDown = false;

  constructor(options: StandInOptions) {
    this.#options = options;
    this.accountSid = options.accountSid ?? STAND_IN_ACCOUNT;
    this.authToken = options.authToken ?? STAND_IN_TOKEN;
    this.number = options.number ?? STAND_IN_NUMBER;
    this.#faults = [...(options.faults ?? [])];
    this.#random = seededRandom(options.seed ?? 1);
    this.#style = { ...DEFAULT_CALLBACKS, ...options.callbacks };
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch((error: unknown) => {
        this.misuse.push(String(error));
        if (!response.headersSent) answer(response, 400, { code: 20001, status: 400 });
      });
    });
  }

  get url(): string {
    return this.#url;
  }

  get accepted(): readonly StoredMessage[] {
    return this.#book.all.filter((one) => one.direction === 'outbound-api');
  }

  handset(number: string): readonly string[] {
    return this.accepted.filter((one) => one.to === number).map((one) => one.body);
  }

  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  setApp(appUrl: string, publicBaseUrl?: string): void {
    this.#options = { ...this.#options, appUrl, ...(publicBaseUrl === undefined ? {} : { publicBaseUrl }) };
  }

  setCallbacks(style: Partial<CallbackStyle>): void {
    this.#style = { ...this.#style, ...style };
  }

  refuseLists(refuse: boolean): void {
    this.#listsDown = refuse;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port ?? 0, '127.0.0.1', resolve);
    });
    this.#url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    await Promise.all(this.#tasks);
  }

  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  async callback(sid: string, status: string, errorCode?: number): Promise<WebhookResult> {
    const message = this.#book.get(sid);
    if (message?.statusCallback == null) throw new Error('no such message, or it has no callback address');
    const form: Record<string, string> = { MessageSid: sid, SmsSid: sid, MessageStatus: status, To: message.to };
    if (errorCode !== undefined) form['ErrorCode'] = String(errorCode);
    return postSigned(message.statusCallback, form, this.#signing());
  }

  async inject(text: InboundText): Promise<readonly WebhookResult[]> {
    const media = text.mediaTypes ?? [];
    const message = this.#book.add({
      sid: text.sid ?? this.#book.nextSid(media.length > 0 ? 'MM' : 'SM'),
      direction: 'inbound',
      from: text.from,
      to: text.to ?? this.number,
      body: text.body ?? '',
      createdAt: this.#now(),
      messagingServiceSid: null,
      numMedia: media.length,
      statusCallback: null,
      validityPeriod: null,
      ourId: null,
      status: 'received',
      errorCode: null,
    });
    const form = inboundForm(message, this.accountSid, text);
    const results: WebhookResult[] = [];
    for (let post = 0; post < (text.times ?? 1); post += 1) results.push(await this.#postInbound(form, message, text));
    return results;
  }

  async #postInbound(
    form: Readonly<Record<string, string>>,
    message: StoredMessage,
    text: InboundText,
  ): Promise<WebhookResult> {
    const { appUrl, publicBaseUrl } = this.#options;
    if (appUrl === undefined) throw new Error('the stand-in does not know where the product listens');
    const url = `${publicBaseUrl ?? appUrl}/webhooks/twilio/inbound`;
    const { retryEveryMs, retries = Number.POSITIVE_INFINITY } = text;
    for (let left = retries; ; left -= 1) {
      const result = await postSigned(url, form, this.#signing()).catch(() => NO_ANSWER);
      this.#options.onEvent?.({ type: 'inbound', sid: message.sid, from: message.from, answered: result.status });
      const refused = result.status === 0 || result.status >= 500;
      if (!refused || retryEveryMs === undefined) return result;
      if (left <= 0) return NO_ANSWER;
      await sleep(retryEveryMs);
    }
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  #signing(): Signing {
    const { appUrl, publicBaseUrl } = this.#options;
    return { authToken: this.authToken, appUrl, publicBaseUrl };
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#url);
    const body = await readBody(request);
    if (url.pathname.startsWith('/_control/')) {
      await this.#control(url, body, response);
      return;
    }
    const expected = `Basic ${Buffer.from(`${this.accountSid}:${this.authToken}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      this.misuse.push('authorisation');
      answer(response, 401, { code: 20003, message: 'Authenticate', status: 401 });
      return;
    }
    const root = `/2010-04-01/Accounts/${this.accountSid}/Messages`;
    const one = url.pathname.startsWith(`${root}/`) ? url.pathname.slice(root.length + 1).replace(/\.json$/, '') : '';
    if (request.method === 'POST' && url.pathname === `${root}.json`) await this.#create(request, body, response);
    else if (this.#listsDown) answer(response, 503, { code: 20503, message: 'unavailable', status: 503 });
    else if (request.method === 'GET' && url.pathname === `${root}.json`) this.#list(url, response);
    else if (request.method === 'GET' && one !== '') this.#fetch(one, response);
    else answer(response, 404, { code: 20404, message: 'not found', status: 404 });
  }

  async #create(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
      this.misuse.push('content type');
      answer(response, 415, { code: 20001, message: 'unsupported media type', status: 415 });
      return;
    }
    const form = new URLSearchParams(body);
    this.requests.push(form);
    const fault = this.#nextFault();
    if (fault !== undefined) this.#options.onEvent?.({ type: 'fault', fault: JSON.stringify(fault) });
    if (this.#options.latencyMs !== undefined) await sleep(this.#options.latencyMs);
    if (fault !== undefined && failBefore(fault, response)) return;
    const refused = refusalOf(form);
    if (refused !== undefined) {
      answer(response, refused.status, { code: refused.code, message: 'refused', status: refused.status });
      return;
    }
    await this.#accept(messageOf(form, this.#book.nextSid(), this.number, this.#now()), fault, response);
  }

  async #accept(message: StoredMessage, fault: Fault | undefined, response: ServerResponse): Promise<void> {
    this.#book.add(message);
    const { sid, to, body, ourId } = message;
    this.#options.onEvent?.({ type: 'accepted', sid, to, body, id: ourId });
    const failure = fault?.kind === 'undelivered' ? fault.code : undefined;
    const statuses = planStatuses(this.#style, failure, this.#random);
    message.status = finalStatus(this.#style, failure);
    message.errorCode = failure ?? null;
    const run = {
      message,
      statuses,
      delayMs: fault?.kind === 'callbacks_first' ? 0 : this.#style.delayMs,
      accountSid: this.accountSid,
      report: (status: string, answered: number) => {
        this.#options.onEvent?.({ type: 'callback', sid, status, answered });
      },
    };
    const task = sendCallbacks(run, this.#signing()).finally(() => {
      this.#tasks.delete(task);
    });
    this.#tasks.add(task);
    if (fault?.kind === 'callbacks_first') await this.settled();
    if (fault !== undefined && failAfter(fault, response)) return;
    answer(response, 201, toJson({ ...message, status: 'queued' }, this.accountSid));
  }

  #nextFault(): Fault | undefined {
    const scripted = this.#faults.shift();
    if (scripted !== undefined) return scripted;
    if (this.#random() >= (this.#options.faultRate ?? 0)) return undefined;
    return RANDOM_FAULTS[Math.floor(this.#random() * RANDOM_FAULTS.length)];
  }

  #list(url: URL, response: ServerResponse): void {
    const size = Math.min(1000, Math.max(1, Number(url.searchParams.get('PageSize') ?? '50')));
    const page = Number(url.searchParams.get('Page') ?? '0');
    const found = this.#book.find(url.searchParams);
    const part = found.slice(page * size, (page + 1) * size);
    const next = new URLSearchParams(url.searchParams);
    next.set('Page', String(page + 1));
    next.set('PageToken', `PA${part.at(-1)?.sid ?? ''}`);
    answer(response, 200, {
      messages: part.map((one) => toJson(one, this.accountSid)),
      page,
      page_size: size,
      start: page * size,
      end: page * size + part.length - 1,
      uri: url.pathname + url.search,
      first_page_uri: url.pathname,
      previous_page_uri: null,
      next_page_uri: (page + 1) * size < found.length ? `${url.pathname}?${next.toString()}` : null,
    });
  }

  #fetch(sid: string, response: ServerResponse): void {
    const message = this.#book.get(sid);
    if (message === undefined) answer(response, 404, { code: 20404, message: 'not found', status: 404 });
    else answer(response, 200, toJson(message, this.accountSid));
  }

  /** For a stand-in that runs as its own process. */
  async #control(url: URL, body: string, response: ServerResponse): Promise<void> {
    switch (url.pathname) {
      case '/_control/inbound':
        answer(response, 200, await this.inject(JSON.parse(body) as InboundText));
        return;
      case '/_control/faults':
        this.fail(...(JSON.parse(body) as Fault[]));
        answer(response, 200, {});
        return;
      case '/_control/app': {
        const app = JSON.parse(body) as { appUrl: string; publicBaseUrl?: string };
        this.setApp(app.appUrl, app.publicBaseUrl);
        answer(response, 200, {});
        return;
      }
      case '/_control/messages':
        answer(response, 200, this.#book.all);
        return;
      default:
        answer(response, 404, {});
    }
  }
}

function finalStatus(style: CallbackStyle, failure: number | undefined): string {
  return failure === undefined ? (style.statuses.at(-1) ?? 'sent') : 'undelivered';
}
