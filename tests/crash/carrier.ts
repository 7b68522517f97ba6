import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in/server.ts';
import type { CallbackStyle, InboundText, WebhookResult } from '../support/twilio-stand-in/types.ts';
import type { CarrierRecord, GotByPatient, SentByPatient } from './evidence.ts';
import type { Network } from './patient.ts';

/** Where the service believes to be reachable; the stand-in signs for it and posts to the real port. */
export const PUBLIC_BASE_URL = 'http://huifang.invalid';

export interface CarrierOptions {
  readonly seed: number;
  /** Chance of a fault for each send, 0–1. */
  readonly faultRate: number;
  readonly callbacks: Partial<CallbackStyle>;
}

const ROUGH_CALLBACKS: Partial<CallbackStyle> = { duplicate: 0.2, drop: 0.25, swap: 0.25 };
const SMOOTH_CALLBACKS: Partial<CallbackStyle> = {};

/** Faults before and after acceptance, receipts doubled, lost and swapped. */
export const roughCarrier = (seed: number): CarrierOptions => ({ seed, faultRate: 0.08, callbacks: ROUGH_CALLBACKS });
/** Does all as it should. */
export const smoothCarrier = (seed: number): CarrierOptions => ({ seed, faultRate: 0, callbacks: SMOOTH_CALLBACKS });

type Mutable = Omit<SentByPatient, 'acknowledgedAt'> & { acknowledgedAt: number | null };

/** The stand-in carrier with a record of what it accepted from either side. */
export class Carrier implements Network {
  readonly faults = new Map<string, number>();
  readonly #inbound: Mutable[] = [];
  readonly #outbound: GotByPatient[] = [];
  readonly #listeners: ((got: GotByPatient) => void)[] = [];
  #standIn: TwilioStandIn | undefined;
  #posts = 0;

  /** Starts one on a free port of this machine. */
  static async start(options: CarrierOptions): Promise<Carrier> {
    const carrier = new Carrier();
    carrier.#standIn = await startTwilioStandIn({
      ...options,
      onEvent: (event) => {
        if (event.type === 'accepted') {
          carrier.#arrived({ sid: event.sid, to: event.to, body: event.body, ourId: event.id, at: Date.now() });
        } else if (event.type === 'fault') {
          carrier.faults.set(event.fault, (carrier.faults.get(event.fault) ?? 0) + 1);
        } else if (event.type === 'inbound') {
          carrier.#posts += 1;
        }
      },
    });
    return carrier;
  }

  get standIn(): TwilioStandIn {
    if (this.#standIn === undefined) throw new Error('the carrier has not started');
    return this.#standIn;
  }

  get record(): CarrierRecord {
    return { inbound: this.#inbound, outbound: this.#outbound };
  }

  /** Webhooks of received texts that were posted, repetitions included. */
  get posts(): number {
    return this.#posts;
  }

  onArrival(listener: (got: GotByPatient) => void): void {
    this.#listeners.push(listener);
  }

  /** The service listens there now. */
  serviceAt(port: number): void {
    this.standIn.setApp(`http://127.0.0.1:${String(port)}`, PUBLIC_BASE_URL);
  }

  async send(text: InboundText): Promise<readonly WebhookResult[]> {
    const sid = `SM${(0xf000_0000 + this.#inbound.length).toString(16).padStart(32, '0')}`;
    const sent: Mutable = {
      sid,
      from: text.from,
      body: text.body ?? '',
      postedAt: Date.now(),
      acknowledgedAt: null,
    };
    this.#inbound.push(sent);
    const results = await this.standIn.inject({ ...text, sid });
    if (results.some(({ status }) => status >= 200 && status < 300)) sent.acknowledgedAt = Date.now();
    return results;
  }

  close(): Promise<void> {
    return this.standIn.close();
  }

  #arrived(got: GotByPatient): void {
    this.#outbound.push(got);
    for (const listener of this.#listeners) listener(got);
  }
}
