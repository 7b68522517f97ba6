import { expect, test } from 'vitest';
import type { Announcement } from '../../../../src/console/api/announce.ts';
import { ConversationNews } from '../../../../src/console/api/conversations/news.ts';
import type { TurnCommit } from '../../../../src/store/store.ts';
import { emptyCommit, newRecord, nextTurn } from '../../../contracts/store/turns.ts';

const withStaff = (n: number) =>
  newRecord(n, {
    state: 'with_staff',
    handoff: { reason: 'emergency', priority: 'urgent', since: 0, history: [] },
  });
const handoff = { id: 'w1', reason: 'emergency', priority: 'urgent', text: '胸痛' } as const;

function told(...commits: readonly TurnCommit[]): readonly string[] {
  const said: Announcement[] = [];
  const news = new ConversationNews((announcement) => said.push(announcement));
  for (const commit of commits) news.committed(commit);
  return said.map(({ news: { type, ...rest }, permission, about }) =>
    [type, ...Object.values(rest), permission, JSON.stringify(about)].join(' '),
  );
}

test('a turn that concerns nobody of the staff is told to nobody', () => {
  expect(told(nextTurn(newRecord(1), { in: ['满意'], out: ['好的'] }))).toEqual([]);
});

test('what staff should look at is told by what happened', () => {
  const record = withStaff(1);
  expect(told(emptyCommit(record, { handoff }))).toEqual([
    'conversation c1 urgent conversation.view {"conversation":"c1"}',
  ]);
  expect(told(emptyCommit(record, { handoff: { ...handoff, priority: 'normal' } }))[0]).toContain('c1 handoff');
  expect(told(nextTurn(record, { in: ['还疼'] }))[0]).toContain('c1 message');
  expect(told(emptyCommit(record))[0]).toContain('c1 desk');
  const closed = { ...record, state: 'closed', outcome: 'completed' } as const;
  expect(told(emptyCommit(closed, { endHandoff: true }))[0]).toContain('c1 closed');
});

test('a conversation is told to be urgent once, and once more when it is urgent anew', () => {
  const record = withStaff(1);
  const flag = emptyCommit(record, { handoff });
  const said = told(
    flag,
    flag,
    emptyCommit(record, { endHandoff: true }),
    flag,
    emptyCommit(record, { handoff, endHandoff: true }),
  );
  expect(said.map((each) => each.split(' ')[2])).toEqual(['urgent', 'handoff', 'desk', 'urgent', 'urgent']);
  expect(told(emptyCommit(withStaff(1), { handoff }), emptyCommit(withStaff(2), { handoff }))[1]).toContain(
    'c2 urgent',
  );
});

test('an urgent callback that an opt-out leaves of a red flag is told as urgent', () => {
  const closed = { ...withStaff(1), state: 'closed', outcome: 'opted_out', handoff: null } as const;
  const callback = { id: 'w8', kind: 'callback', text: '请立即打电话', priority: 'urgent' } as const;
  const said = told(
    emptyCommit(withStaff(1), { handoff }),
    emptyCommit(closed, { endHandoff: true, workItems: [callback] }),
  );
  expect(said.slice(1)).toEqual([
    'conversation c1 urgent conversation.view {"conversation":"c1"}',
    'work w8 work.view {"work":"w8"}',
  ]);
});

test('entries and tasks are told to those who keep them', () => {
  const complaint = { type: 'add', index: 0, kind: 'complaint', text: '差', concerns: [] } as const;
  const callback = { id: 'w7', kind: 'callback', text: '回电' } as const;
  expect(told(emptyCommit(newRecord(1), { registers: [complaint], workItems: [callback] }))).toEqual([
    'conversation c1 desk conversation.view {"conversation":"c1"}',
    'work w7 work.view {"work":"w7"}',
    'register  register.view {"entriesOf":"c1"}',
  ]);
});

test('a receipt is told where staff look on, and nowhere else', () => {
  const said: Announcement[] = [];
  const news = new ConversationNews((announcement) => said.push(announcement));
  news.delivered('c1');
  expect(said).toEqual([]);
  news.committed(emptyCommit(withStaff(1)));
  news.delivered('c1');
  expect(said.at(-1)?.news).toEqual({ type: 'conversation', conversationId: 'c1', what: 'delivery' });
  // Only the last conversations are remembered.
  for (let n = 2; n <= 2_002; n += 1) news.committed(emptyCommit(withStaff(n)));
  const before = said.length;
  news.delivered('c1');
  expect(said).toHaveLength(before);
});
