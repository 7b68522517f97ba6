import type { InboundMessage } from '../../domain/message.ts';

type CarrierKeyword = NonNullable<InboundMessage['carrierKeyword']>;

/**
 * Words on which Twilio acts by itself, as a whole message in any case (channels.md 2.9). YES also unblocks there, but
 * it is an answer to us and is left out.
 */
const DEFAULT_KEYWORDS: Readonly<Record<string, CarrierKeyword>> = {
  STOP: 'stop',
  STOPALL: 'stop',
  UNSUBSCRIBE: 'stop',
  CANCEL: 'stop',
  END: 'stop',
  QUIT: 'stop',
  REVOKE: 'stop',
  OPTOUT: 'stop',
  START: 'start',
  UNSTOP: 'start',
  HELP: 'help',
  INFO: 'help',
};

/** What Twilio did with this message: its own word (`OptOutType`, with Advanced Opt-Out) decides, else its defaults. */
export function carrierKeyword(optOutType: string | undefined, body: string): CarrierKeyword | undefined {
  const word = (optOutType === undefined || optOutType === '' ? body : optOutType).trim().toUpperCase();
  return Object.hasOwn(DEFAULT_KEYWORDS, word) ? DEFAULT_KEYWORDS[word] : undefined;
}
