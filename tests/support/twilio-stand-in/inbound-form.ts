import type { InboundText, StoredMessage } from './types.ts';

/** The fields that Twilio posts for a received message. */
export function inboundForm(message: StoredMessage, accountSid: string, text: InboundText): Record<string, string> {
  const form: Record<string, string> = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    Body: message.body,
    From: message.from,
    FromCity: '',
    FromCountry: 'HK',
    MessageSid: message.sid,
    NumMedia: String(message.numMedia),
    NumSegments: '1',
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: 'received',
    To: message.to,
  };
  (text.mediaTypes ?? []).forEach((type, index) => {
    form[`MediaContentType${String(index)}`] = type;
    form[`MediaUrl${String(index)}`] = `https://media.invalid/${message.sid}/${String(index)}`;
  });
  if (text.optOutType !== undefined) form['OptOutType'] = text.optOutType;
  return { ...form, ...text.fields };
}
