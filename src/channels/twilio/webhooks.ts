import { silentLogger } from '../../domain/logger.ts';
import type { InboundMessage } from '../../domain/message.ts';
import type { ChannelHost, Webhook, WebhookRequest, WebhookResponse } from '../channel.ts';
import { failureOfCode } from '../errors.ts';
import { carrierKeyword } from './keywords.ts';
import { baseUrl, INBOUND_PATH, STATUS_PATH, type TwilioOptions } from './options.ts';
import { isSigned } from './signature.ts';
import { readStatus } from './status.ts';

const FORBIDDEN: WebhookResponse = { status: 403, body: '' };
const INCOMPLETE: WebhookResponse = { status: 400, body: '' };
/** An empty TwiML answer: messages leave by REST only (channels.md 2.4). */
const EMPTY_TWIML: WebhookResponse = { status: 200, contentType: 'text/xml; charset=utf-8', body: '<Response/>' };

type Fields = (name: string) => string | undefined;

/** The two addresses that Twilio calls. Both answer only after what they bring is durably stored. */
export function twilioWebhooks(options: TwilioOptions): readonly Webhook[] {
  const base = baseUrl(options.publicBaseUrl);
  const secondary = options.authTokenSecondary ?? '';
  const tokens = secondary === '' ? [options.authToken] : [options.authToken, secondary];
  const logger = options.logger ?? silentLogger;

  const guarded =
    (handle: (fields: Fields, request: WebhookRequest, host: ChannelHost) => Promise<WebhookResponse>) =>
    async (request: WebhookRequest, host: ChannelHost): Promise<WebhookResponse> => {
      const signature = request.headers['x-twilio-signature'];
      if (!isSigned(tokens, signature, base + request.rawUrl, request.form)) {
        logger.warn({ signed: signature !== undefined }, 'a webhook call with a wrong signature was refused');
        return FORBIDDEN;
      }
      return handle((name) => first(request.form[name]), request, host);
    };

  const inbound = guarded(async (fields, _request, host) => {
    const message = readInbound(fields, host.now());
    if (message === undefined) {
      logger.warn({}, 'a received message without id or sender was refused');
      return INCOMPLETE;
    }
    await host.receive(message);
    return EMPTY_TWIML;
  });

  const status = guarded(async (fields, request, host) => {
    const providerId = fields('MessageSid') ?? fields('SmsSid');
    const name = fields('MessageStatus') ?? fields('SmsStatus');
    const known = readStatus(name);
    if (providerId === undefined || known === undefined) {
      logger.warn({ providerId, status: name }, 'a status that is not known was ignored');
      return EMPTY_TWIML;
    }
    const id = first(request.query['m']);
    const code = fields('ErrorCode');
    const failed = known === 'failed' || known === 'undelivered';
    await host.receipt({
      providerId,
      status: known,
      at: host.now(),
      ...(id === undefined || id === '' ? {} : { id }),
      ...(failed ? { failure: failureOfCode(code === '' || code === '0' ? undefined : code) } : {}),
    });
    return EMPTY_TWIML;
  });

  return [
    { path: INBOUND_PATH, handle: inbound },
    { path: STATUS_PATH, handle: status },
  ];
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value[0];
}

/**
 * A received message. Account and our own number are not compared: a valid signature says it is for us, and a number
 * added to the account must not lose messages until someone changes a setting.
 */
function readInbound(fields: Fields, receivedAt: number): InboundMessage | undefined {
  const externalId = fields('MessageSid') ?? fields('SmsSid');
  const address = fields('From')?.trim();
  if (externalId === undefined || externalId === '' || address === undefined || address === '') return undefined;
  const body = fields('Body') ?? '';
  const keyword = carrierKeyword(fields('OptOutType'), body);
  return {
    channel: 'sms',
    address,
    externalId,
    text: textOf(body, Number(fields('NumMedia') ?? '0'), fields('MediaContentType0') ?? ''),
    receivedAt,
    ...(keyword === undefined ? {} : { carrierKeyword: keyword }),
  };
}

/** Media without words cannot be read by us; the transcript says what it was (handbook 21). */
export function textOf(body: string, media: number, contentType: string): string {
  if (body.trim() !== '' || !(media > 0)) return body;
  return contentType.startsWith('audio/') ? '[语音]' : '[图片]';
}
