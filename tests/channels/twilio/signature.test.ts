import fc from 'fast-check';
import twilio from 'twilio';
import { expect, test } from 'vitest';
import { expectedSignature, isSigned } from '../../../src/channels/twilio/signature.ts';

const TOKEN = 'token-one';
const URL_ = 'https://hospital.example/webhooks/twilio/inbound?x=1';

const form = fc.dictionary(
  fc.string({ unit: 'binary', maxLength: 12 }).filter((key) => key !== '__proto__'),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { minLength: 1, maxLength: 4 }),
  ),
  { maxKeys: 8 },
);

test('our signature is the one of the official library, whatever the fields', () => {
  fc.assert(
    fc.property(form, fc.webUrl({ withQueryParameters: true }), (fields, url) => {
      expect(expectedSignature(TOKEN, url, fields)).toBe(twilio.getExpectedTwilioSignature(TOKEN, url, fields));
    }),
  );
});

test('we accept exactly what the official library accepts', () => {
  const signature = fc.oneof(
    fc.constant('right'),
    fc.constant('other token'),
    fc.string({ maxLength: 40 }),
    fc.base64String({ minLength: 28, maxLength: 28 }),
  );
  fc.assert(
    fc.property(form, fc.webUrl({ withQueryParameters: true }), signature, (fields, url, kind) => {
      const given =
        kind === 'right'
          ? twilio.getExpectedTwilioSignature(TOKEN, url, fields)
          : kind === 'other token'
            ? twilio.getExpectedTwilioSignature('another', url, fields)
            : kind;
      expect(isSigned([TOKEN], given, url, fields)).toBe(twilio.validateRequest(TOKEN, given, url, fields));
    }),
  );
});

test.each([
  ['the very address', URL_, true],
  ['with port 443', URL_.replace('.example', '.example:443'), true],
  ['http instead of https', URL_.replace('https', 'http'), false],
  ['query left out', URL_.replace('?x=1', ''), false],
  ['slash added', URL_.replace('inbound', 'inbound/'), false],
  ['override fragment signed', `${URL_}#rc=5`, false],
])('%s', (_name, signedFor, valid) => {
  const signature = twilio.getExpectedTwilioSignature(TOKEN, signedFor, { Body: 'hi' });
  expect(isSigned([TOKEN], signature, URL_, { Body: 'hi' })).toBe(valid);
});

test('both tokens are good during a rotation, and nothing else is', () => {
  const fields = { Body: ' 满意 ' };
  const signed = (token: string) => twilio.getExpectedTwilioSignature(token, URL_, fields);
  expect(isSigned(['new', 'old'], signed('new'), URL_, fields)).toBe(true);
  expect(isSigned(['new', 'old'], signed('old'), URL_, fields)).toBe(true);
  expect(isSigned(['new', 'old'], signed('older'), URL_, fields)).toBe(false);
});

test('a missing signature and an address that is none are refused without an exception', () => {
  expect(isSigned([TOKEN], undefined, URL_, {})).toBe(false);
  expect(isSigned([TOKEN], '', URL_, {})).toBe(false);
  expect(isSigned([TOKEN], 'A'.repeat(27) + '=', '/relative', {})).toBe(false);
});

test.each([{ a: 1 }, { a: [{}] }, { a: null }, { a: true }])(
  'a JSON body %o is refused without an exception',
  (body) => {
    expect(isSigned([TOKEN], 'A'.repeat(27) + '=', URL_, body as never)).toBe(false);
  },
);
