import { expect, test } from 'vitest';
import type { ConversationRecord } from '../../src/domain/conversation.ts';
import type { MessageRow } from '../../src/domain/message.ts';
import type { ConversationView } from '../../src/store/store.ts';
import { address, newContact, newRecord, T0 } from '../contracts/store/turns.ts';
import { check, FAULT_KINDS, type FaultKind, notOnDisk } from './checker.ts';
import type { CarrierRecord, Evidence, GotByPatient, SentByPatient, ServiceRecord } from './evidence.ts';

/** The checker is proven on records in which one thing was spoiled: each must be reported, and nothing else. */

const PATIENT = address(1);

function line(seq: number, words: string, change: Partial<MessageRow> = {}): MessageRow {
  const [way = 'out', text = ''] = words.split(': ');
  const inbound = way === 'in';
  return {
    conversationId: 'c1',
    seq,
    direction: inbound ? 'in' : 'out',
    author: inbound ? 'contact' : 'bot',
    text,
    at: T0 + seq * 1_000,
    delivery: inbound ? 'none' : 'delivered',
    phrases: [],
    options: [],
    readings: [],
    ...change,
  };
}

function view(messages: readonly MessageRow[], change: Partial<ConversationRecord> = {}): ConversationView {
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const record = newRecord(1, { lastSeq, readSeq: lastSeq, state: 'closed', outcome: 'completed', ...change });
  return {
    record,
    contact: newContact(record),
    messages,
    registers: [],
    workItems: [],
    timers: [],
    patientDeceased: false,
  };
}

const sent = (seq: number, body: string): SentByPatient => {
  const postedAt = T0 + seq * 1_000;
  return { sid: `SMin${String(seq)}`, from: PATIENT, body, postedAt, acknowledgedAt: postedAt + 20 };
};

const got = (seq: number, body: string): GotByPatient => ({
  sid: `SMout${String(seq)}`,
  to: PATIENT,
  body,
  ourId: `c1.${String(seq)}`,
  at: T0 + seq * 1_000 + 50,
});

const LINES = [
  line(1, 'out: hello'),
  line(2, 'in: yes '),
  line(3, 'out: doctor?'),
  line(4, 'in: good  '),
  line(5, 'in: really   '),
  line(6, 'out: thanks'),
];
const INBOUND = [sent(2, 'yes '), sent(4, 'good  '), sent(5, 'really   ')];
const OUTBOUND = [got(1, 'hello'), got(3, 'doctor?'), got(6, 'thanks')];

function evidence(change: {
  lines?: readonly MessageRow[];
  record?: Partial<ConversationRecord>;
  carrier?: Partial<CarrierRecord>;
  service?: Partial<ServiceRecord>;
}): Evidence {
  return {
    patients: [PATIENT],
    carrier: { inbound: INBOUND, outbound: OUTBOUND, ...change.carrier },
    service: {
      conversations: [view(change.lines ?? LINES, change.record)],
      outbox: { pending: 0, sending: 0, uncertain: 0 },
      integrity: 'ok',
      ...change.service,
    },
  };
}

function changed(seq: number, change: Partial<MessageRow>): readonly MessageRow[] {
  return LINES.map((one) => (one.seq === seq ? { ...one, ...change } : one));
}

const swapped = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.map((item, index) => (index === a ? items[b] : index === b ? items[a] : item) ?? item);

const OPTED_OUT: Partial<ConversationRecord> = { outcome: 'opted_out' };
const GOODBYE = line(3, 'out: goodbye', { phrases: ['optedOut'] });
const optOut = (word: string, ...later: readonly MessageRow[]) =>
  [LINES[0], line(2, `in: ${word} `), ...later] as readonly MessageRow[];

test('sound records are clean', () => {
  expect(check(evidence({}))).toEqual([]);
  const stopped = { inbound: [sent(2, '退订 ')], outbound: [got(1, 'hello'), got(3, 'goodbye')] };
  expect(check(evidence({ lines: optOut('退订', GOODBYE), record: OPTED_OUT, carrier: stopped }))).toEqual([]);
  const handedOver = {
    lines: changed(3, { delivery: 'cancelled' }),
    record: { fence: 1, state: 'with_staff' as const },
  };
  expect(check(evidence({ ...handedOver, carrier: { outbound: [got(1, 'hello'), got(6, 'thanks')] } }))).toEqual([]);
});

const SPOILED: readonly (readonly [what: string, kinds: readonly FaultKind[], spoiled: Evidence])[] = [
  ['a received text is missing', ['lost inbound'], evidence({ lines: LINES.filter(({ seq }) => seq !== 4) })],
  [
    'one that only the list had is missing',
    ['lost inbound'],
    evidence({ carrier: { inbound: [...INBOUND, { ...sent(7, 'x'), acknowledgedAt: null }] } }),
  ],
  [
    'a received text stands twice',
    ['repeated inbound'],
    evidence({ lines: changed(5, { text: 'good  ' }), carrier: { inbound: INBOUND.slice(0, 2) } }),
  ],
  [
    'a text stands there that nobody sent',
    ['invented inbound'],
    evidence({ carrier: { inbound: INBOUND.slice(0, 2) } }),
  ],
  ['blanks were trimmed', ['lost inbound', 'invented inbound'], evidence({ lines: changed(4, { text: 'good' }) })],
  [
    'two received texts are swapped',
    ['out of order'],
    evidence({
      lines: LINES.map((one) => ({ ...one, text: one.seq === 4 ? 'really   ' : one.seq === 5 ? 'good  ' : one.text })),
    }),
  ],
  ['a text was not read', ['unanswered'], evidence({ record: { readSeq: 3 } })],
  [
    'a patient waits for an answer',
    ['unanswered'],
    evidence({
      lines: LINES.slice(0, 5),
      record: { state: 'waiting', outcome: null },
      carrier: { outbound: OUTBOUND.slice(0, 2) },
    }),
  ],
  ['a sent text never arrived', ['lost outbound'], evidence({ carrier: { outbound: OUTBOUND.slice(0, 2) } })],
  [
    'a text was given up',
    ['lost outbound'],
    evidence({ lines: changed(6, { delivery: 'failed' }), carrier: { outbound: OUTBOUND.slice(0, 2) } }),
  ],
  [
    'a text was taken back for no reason',
    ['lost outbound'],
    evidence({ lines: changed(6, { delivery: 'cancelled' }), carrier: { outbound: OUTBOUND.slice(0, 2) } }),
  ],
  [
    'a text was blindly sent again',
    ['repeated outbound'],
    evidence({ carrier: { outbound: [...OUTBOUND, { ...got(6, 'thanks'), sid: 'SMagain' }] } }),
  ],
  [
    'a turn ran twice',
    ['repeated outbound'],
    evidence({ lines: [...LINES, line(7, 'out: thanks')], carrier: { outbound: [...OUTBOUND, got(7, 'thanks')] } }),
  ],
  [
    'a text arrived that was never written',
    ['invented outbound'],
    evidence({ carrier: { outbound: [...OUTBOUND, got(9, 'who?')] } }),
  ],
  [
    'a text arrived in other words',
    ['altered outbound'],
    evidence({ carrier: { outbound: [got(1, 'hello'), got(3, 'nurse?'), got(6, 'thanks')] } }),
  ],
  [
    'a text arrived though it is called cancelled',
    ['misreported outbound'],
    evidence({ lines: changed(3, { delivery: 'cancelled' }) }),
  ],
  ['two texts arrived swapped', ['out of order'], evidence({ carrier: { outbound: swapped(OUTBOUND, 0, 1) } })],
  [
    'the bot writes after an opt-out',
    ['bot text after opt-out'],
    evidence({
      lines: optOut('退订', GOODBYE, line(4, 'in: hm'), line(5, 'out: still here?')),
      record: OPTED_OUT,
      carrier: {
        inbound: [sent(2, '退订 '), sent(4, 'hm')],
        outbound: [got(1, 'hello'), got(3, 'goodbye'), got(5, 'still here?')],
      },
    }),
  ],
  [
    'the bot confirms what the carrier has confirmed',
    ['bot text after opt-out'],
    evidence({
      lines: optOut('STOP', GOODBYE),
      record: OPTED_OUT,
      carrier: { inbound: [sent(2, 'STOP ')], outbound: [got(1, 'hello'), { ...got(3, 'goodbye'), at: T0 + 2_100 }] },
    }),
  ],
  [
    'an earlier text leaves after an opt-out',
    ['bot text after opt-out'],
    evidence({
      lines: optOut('STOP'),
      record: OPTED_OUT,
      carrier: { inbound: [sent(2, 'STOP ')], outbound: [{ ...got(1, 'hello'), at: T0 + 60_000 }] },
    }),
  ],
  ['a line is still uncertain', ['unsettled line'], evidence({ lines: changed(6, { delivery: 'uncertain' }) })],
  [
    'the outbox is not empty',
    ['unsettled line'],
    evidence({ service: { outbox: { pending: 1, sending: 0, uncertain: 0 } } }),
  ],
  ['a patient was forgotten', ['follow-ups per patient'], { ...evidence({}), patients: [PATIENT, address(2)] }],
  [
    'a patient was followed up twice',
    ['follow-ups per patient'],
    evidence({ service: { conversations: [view(LINES), view([], { id: 'c2' })] } }),
  ],
  ['the file is damaged', ['damaged file'], evidence({ service: { integrity: 'row 7 missing from index' } })],
];

test.each(SPOILED)('%s → %j', (_what, kinds, spoiled) => {
  const found = new Set(check(spoiled).map(({ kind }) => kind));
  expect([...found].sort()).toEqual([...kinds].sort());
});

test('an acknowledged text that is not on disk at the moment of death is reported', () => {
  const inbound = [sent(2, 'yes '), { ...sent(4, 'good  '), acknowledgedAt: null }, sent(5, 'really   ')];
  const faults = notOnDisk({ inbound, outbound: [] }, new Set(['sms:SMin2']));
  expect(faults.map(({ detail }) => detail)).toEqual([expect.stringContaining('SMin5')]);
});

test('every kind of fault has a record that shows it', () => {
  const shown = new Set(SPOILED.flatMap(([, kinds]) => kinds));
  expect(FAULT_KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
});
