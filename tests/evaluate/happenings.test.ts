import { expect, onTestFinished, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import { type Dialogue, parseDialogue } from '../../src/evaluate/dialogue.ts';
import { Player } from '../../src/evaluate/play.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';

const { kit } = readHospital('flows.config.json');
const FOLLOWUP = {
  id: 'x',
  flow: 'followup',
  now: '2026-11-18T10:00:00+08:00',
  patient: { name: '王建国', phone: '+8613800000001', department: '骨科', dischargedOn: '2026-11-12' },
  expect: {},
};
const read = (turns: readonly unknown[]): Dialogue => parseDialogue(JSON.stringify({ ...FOLLOWUP, turns }), 'file:1');

async function play(turns: readonly unknown[]) {
  const store = await openSqliteStore({ file: ':memory:', zone: kit.settings.zone });
  onTestFinished(() => store.close());
  return new Player(read(turns), kit, store).play();
}

test('texts of a burst are read together and answered once', async () => {
  const { got } = await play(['方便', { burst: ['医生满意', '护士也满意', '整体满意'] }]);
  expect(got.answers).toMatchObject({ doctor: { grade: 'satisfied' }, nurse: { grade: 'satisfied' } });
  expect(got.replies[2]?.split('\n')).toHaveLength(1);
});

test('staff take a talk, say something, hand it back; the bot is silent meanwhile and then goes on', async () => {
  const { got, transcript } = await play([
    '方便',
    { staff: 'claim' },
    '满意',
    { staff: 'reply', text: '您好，我是3号。' },
    { staff: 'handBack' },
  ]);
  expect(got.replies.map((reply) => reply !== '')).toEqual([true, true, false, false, false, true]);
  expect(transcript.find(({ from }) => from === 'staff')?.text).toBe('您好，我是3号。');
  expect(got.state).toBe('waiting');
});

test('staff end a talk with an outcome', async () => {
  const { got } = await play([{ staff: 'claim' }, { staff: 'close', outcome: 'wrong_number' }]);
  expect([got.state, got.outcome]).toEqual(['closed', 'wrong_number']);
});

test('a message of ours that the carrier refuses for good ends the talk', async () => {
  const { got } = await play([{ undelivered: 'unreachable' }]);
  expect([got.state, got.outcome]).toEqual(['closed', 'not_reached']);
});

test.each([
  [{ staff: 'sing' }],
  [{ staff: 'reply' }],
  [{ undelivered: 'lost' }],
  [{ burst: [] }],
  [{ wait: 'PT1H', staff: 'claim' }],
])('what cannot happen is refused: %j', (turn) => {
  expect(() => read([turn])).toThrow(/DIALOGUE_INVALID|turns\.0/);
});
