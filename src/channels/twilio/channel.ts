import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { MINUTE } from '../../domain/clock.ts';
import type { Capabilities, Channel } from '../channel.ts';
import { listReceived, reconcileMessage } from './list.ts';
import type { TwilioOptions } from './options.ts';
import { lazyClient } from './rest.ts';
import { sendMessage } from './send.ts';
import { twilioWebhooks } from './webhooks.ts';

/** Countries to which Twilio's SMS goes one way only (channels.md 1). */
const ONE_WAY: ReadonlySet<string> = new Set(['CN', 'TW']);

/** The list lags behind what was accepted (channels.md 1). */
const ABSENT_AFTER = 10 * MINUTE;

/** SMS through Twilio: signed webhooks in, REST with the official library out. */
export function createTwilioChannel(options: TwilioOptions): Channel {
  const { now = Date.now, absentAfterMs = ABSENT_AFTER } = options;
  const client = lazyClient(options);
  return {
    id: 'sms',
    webhooks: twilioWebhooks(options),
    capabilities: capabilitiesOf,
    send: (message) => sendMessage(client, options, message, now()),
    reconcile: async (message, providerId, taken) =>
      reconcileMessage(await client(), { message, providerId, taken, now: now(), absentAfterMs }),
    listInbound: async (since) => listReceived(await client(), options, since),
  };
}

function capabilitiesOf(address: string): Capabilities {
  const country = parsePhoneNumberFromString(address)?.country;
  return {
    twoWay: country === undefined || !ONE_WAY.has(country),
    canInitiate: true,
    buttons: false,
    idempotent: false,
  };
}
