import { expect, test } from 'vitest';
import { decideFollowUp } from '../../../src/bot/campaign/decide.ts';
import type { ContactRecord } from '../../../src/domain/conversation.ts';
import type { DueFollowUp } from '../../../src/store/store.ts';
import { address, stayRow } from '../../contracts/store/turns.ts';

const RULES = { caps: { perDay: 1, perWeek: 3 }, hours: { from: 540, to: 1260 }, zone: 'Asia/Shanghai' };
const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const NOW = at('2026-11-18T10:00');
const CONTACT: ContactRecord = {
  channel: 'sms',
  address: address(1),
  version: 3,
  conversationId: null,
  optedOutAt: null,
  unreachable: null,
  proactiveAt: [],
};

function due(change: Partial<DueFollowUp> = {}): DueFollowUp {
  const stay = stayRow(1, { followUpAt: NOW, windowEnd: at('2026-12-15T21:00') });
  return {
    stay,
    contact: CONTACT,
    contactBusy: false,
    patientDeceased: false,
    wrongNumber: false,
    enrolled: [],
    ...change,
  };
}

test('a follow-up that is due is opened, whether the number is known or not', () => {
  const place = { channel: 'sms', address: address(1) };
  expect(decideFollowUp(due(), NOW, RULES)).toEqual({ type: 'open', place });
  expect(decideFollowUp(due({ contact: null }), NOW, RULES)).toEqual({ type: 'open', place });
});

test.each([
  ['deceased', { patientDeceased: true }],
  ['wrong_number', { wrongNumber: true }],
  ['opted_out', { contact: { ...CONTACT, optedOutAt: 1 } }],
  ['unreachable', { contact: { ...CONTACT, unreachable: '21211' } }],
  ['deceased', { patientDeceased: true, wrongNumber: true, contactBusy: true, contact: { ...CONTACT, optedOutAt: 1 } }],
] as const)('%s: cancelled, however busy the phone is', (reason, change) => {
  expect(decideFollowUp(due(change), NOW, RULES)).toEqual({ type: 'cancel', reason });
});

test('outside sending hours, over a cap or with the phone taken it waits', () => {
  expect(decideFollowUp(due(), at('2026-11-18T21:01'), RULES)).toEqual({
    type: 'postpone',
    until: at('2026-11-19T09:00'),
  });
  const sentToday = { ...CONTACT, proactiveAt: [at('2026-11-18T09:30')] };
  expect(decideFollowUp(due({ contact: sentToday }), NOW, RULES)).toEqual({
    type: 'postpone',
    until: at('2026-11-19T09:00'),
  });
  expect(decideFollowUp(due({ contactBusy: true }), NOW, RULES)).toEqual({
    type: 'postpone',
    until: at('2026-11-18T10:10'),
  });
  expect(decideFollowUp(due({ contactBusy: true }), at('2026-11-18T20:55'), RULES)).toEqual({
    type: 'postpone',
    until: at('2026-11-19T09:00'),
  });
});

test('the window of 30 days: its last minute is still used, a wait past it ends the plan', () => {
  const stay = stayRow(1, { windowEnd: at('2026-11-18T21:00') });
  expect(decideFollowUp(due({ stay }), at('2026-11-18T21:00'), RULES)).toMatchObject({ type: 'open' });
  expect(decideFollowUp(due({ stay }), at('2026-11-18T21:01'), RULES)).toEqual({
    type: 'cancel',
    reason: 'window_passed',
  });
  expect(decideFollowUp(due({ stay, contactBusy: true }), at('2026-11-18T20:55'), RULES)).toEqual({
    type: 'cancel',
    reason: 'window_passed',
  });
});
