import type { Twilio } from 'twilio';
import { SECOND } from '../../domain/clock.ts';
import type { OutgoingMessage, SendFailure, SendOutcome } from '../channel.ts';
import { baseUrl, STATUS_PATH, type TwilioOptions } from './options.ts';
import { failureOfError } from './rest.ts';
import { readStatus } from './status.ts';

/** Bounds of Twilio's `ValidityPeriod`, seconds. */
const VALIDITY = { min: 1, max: 36_000 };

const LIBRARY_BROKEN: SendFailure = {
  kind: 'failed',
  class: 'our_fault',
  code: 'client',
  detail: '短信组件无法启动，发送已暂停，请检查账号设置。',
};

/** Seconds for which the carrier may still deliver a text that expires at `expiresAt`. */
export function validityPeriod(expiresAt: number, now: number): number {
  return Math.min(VALIDITY.max, Math.max(VALIDITY.min, Math.floor((expiresAt - now) / SECOND)));
}

/** Hands one text to Twilio. Our id travels in the callback address, so that a lost answer can be matched. */
export async function sendMessage(
  getClient: () => Promise<Twilio>,
  options: TwilioOptions,
  message: OutgoingMessage,
  now: number,
): Promise<SendOutcome> {
  let client: Twilio;
  try {
    client = await getClient();
  } catch (error) {
    options.logger?.error({ err: error }, 'the Twilio client could not be made');
    return LIBRARY_BROKEN;
  }
  try {
    const created = await client.messages.create({
      to: message.address,
      body: message.text,
      statusCallback: `${baseUrl(options.publicBaseUrl)}${STATUS_PATH}?m=${encodeURIComponent(message.id)}`,
      validityPeriod: validityPeriod(message.expiresAt, now),
      ...sender(options),
    });
    return { kind: 'sent', providerId: created.sid, status: readStatus(created.status) ?? 'accepted' };
  } catch (error) {
    return failureOfError(error);
  }
}

function sender(options: TwilioOptions): { messagingServiceSid: string } | { from: string } {
  const { messagingServiceSid, from } = options;
  return messagingServiceSid === undefined ? { from: from ?? '' } : { messagingServiceSid };
}
