import { createHmac } from 'node:crypto';

/** What the signed webhook requests of the bench are made with. */
export const BENCH = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'bench-token-0000',
  from: '+15005550006',
  publicBaseUrl: 'https://huifang.example.org',
  path: '/webhooks/twilio/inbound',
} as const;

/** The turns of a plain survey, in order: five turns a patient. */
export const SURVEY = ['方便，你问吧', '满意', '1', '挺好的，满意', '没有了'] as const;

export function patientNumber(index: number): string {
  return `+861390${String(index).padStart(7, '0')}`;
}

/** A signed form post as Twilio sends it, ready to write to a socket. */
function signedRequest(form: Readonly<Record<string, string>>, path: string): string {
  const data =
    BENCH.publicBaseUrl +
    path +
    Object.keys(form)
      .sort()
      .map((key) => key + (form[key] ?? ''))
      .join('');
  const signature = createHmac('sha1', BENCH.authToken).update(data, 'utf8').digest('base64');
  const body = new URLSearchParams(form).toString();
  return [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    `X-Twilio-Signature: ${signature}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    '',
    body,
  ].join('\r\n');
}

/** Patients whose talks go on at the same time; far more than a busy hospital has within minutes. */
const COHORT = 1_000;

function* cohortRequests(from: number, to: number, path: string): Generator<string> {
  for (const [turn, text] of SURVEY.entries()) {
    for (let patient = from; patient < to; patient += 1) {
      const sid = `SM${String(turn)}${String(patient).padStart(31, '0')}`;
      const form = {
        AccountSid: BENCH.accountSid,
        ApiVersion: '2010-04-01',
        Body: text,
        From: patientNumber(patient),
        FromCountry: 'CN',
        MessageSid: sid,
        NumMedia: '0',
        NumSegments: '1',
        SmsMessageSid: sid,
        SmsSid: sid,
        SmsStatus: 'received',
        To: BENCH.from,
      };
      yield signedRequest(form, path);
    }
  }
}

/** All requests of `patients` surveys: a cohort at a time, turn by turn, so that every request finds its conversation in order. */
export function* surveyRequests(patients: number, path: string = BENCH.path): Generator<string> {
  for (let from = 0; from < patients; from += COHORT)
    yield* cohortRequests(from, Math.min(patients, from + COHORT), path);
}
