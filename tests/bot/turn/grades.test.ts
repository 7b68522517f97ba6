import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/domain/clock.ts';
import type { ConversationView } from '../../../src/store/store.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800040001';
const DANGER = '我现在胸口剧痛，喘不上气';

/** What comes of the texts of a contact who was asked about the doctors first. */
async function talk(...texts: string[]): Promise<ConversationView> {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  for (const text of ['方便', ...texts]) {
    rig.now += 60_000;
    await rig.receive(PHONE, text);
  }
  return rig.talk(PHONE);
}

const gradesOf = ({ record }: ConversationView) =>
  Object.fromEntries(Object.entries(record.answers).map(([id, { grade }]) => [id, grade]));
const notesOf = ({ workItems }: ConversationView) =>
  workItems.filter(({ kind }) => kind === 'note').map(({ text }) => text);

describe('a grade after the emergency text or a handoff', () => {
  test.each([
    ['answers the question that stood open', ['满意', DANGER, '满意'], { doctor: 'satisfied', nurse: 'satisfied' }],
    ['is not given to a question that was never put', [`医生很好，${DANGER}`, '满意'], { doctor: 'satisfied' }],
    ['answers for no second question', ['转人工', '满意', '不满意', '都满意'], { doctor: 'satisfied' }],
    [
      'counts for a role that it names',
      ['转人工', '护士不满意', '总体满意'],
      { nurse: 'dissatisfied', overall: 'satisfied' },
    ],
    ['corrects what it names', ['满意', '转人工', '说错了，医生是不满意'], { doctor: 'dissatisfied' }],
  ])('%s', async (_, texts, grades) => {
    const view = await talk(...texts);
    expect(view.record.state).toBe('with_staff');
    expect(gradesOf(view)).toEqual(grades);
    expect(said(view, 'in')).toEqual(['方便', ...texts]);
  });
  test('after a refusal at the opening it answers nothing either', async () => {
    const rig = await Rig.start();
    await rig.plan(planned(1, PHONE, '王建国'));
    await rig.work();
    await rig.receive(PHONE, '不想回答，别烦我');
    await rig.receive(PHONE, '满意');
    const view = await rig.talk(PHONE);
    expect([view.record.outcome, view.record.answers]).toEqual(['declined', {}]);
  });
});

describe('at "what exactly fell short?"', () => {
  test.each([
    ['the same figure says nothing', '2', '2', 'mostly_satisfied'],
    ['the same grade in other words says nothing', '2', '一般', 'mostly_satisfied'],
    ['another figure corrects the grade', '3', '2', 'mostly_satisfied'],
    ['so does a better one', '2', '1', 'satisfied'],
    ['so does a word', '2', '差', 'dissatisfied'],
    ['and a score', '3', '95分', 'satisfied'],
    ['a figure that is no grade says nothing', '3', '7', 'dissatisfied'],
    ['two figures say nothing', '3', '12', 'dissatisfied'],
  ])('%s', async (_, first, second, grade) => {
    const view = await talk(first, second);
    expect(view.record.answers).toEqual({ doctor: { grade } });
    expect(view.messages.at(-1)?.phrases.at(-1)).toBe('question.nurse.ask');
    expect(view.registers).toEqual([]);
  });
  test.each(['态度差', '等得太久', '12床的针打了三次'])('%s is a reason', async (reason) => {
    const view = await talk('2', reason);
    expect(view.record.answers['doctor']).toEqual({ grade: 'mostly_satisfied', reason });
  });
  test('figures at the question for the facts of a complaint are no facts', async () => {
    const view = await talk('我要投诉', '22');
    expect(view.registers.map(({ text }) => text)).toEqual(['我要投诉']);
    expect(view.messages.at(-1)?.phrases.at(-1)).toBe('question.doctor.ask');
  });
});

test.each(['现在可以聊了', '现在就问吧', '现在方便'])(
  '%s, said while a time is agreed, goes on at once',
  async (text) => {
    const view = await talk('医生满意，其他的晚上八点再说', text);
    expect(view.record).toMatchObject({ state: 'waiting', resumeAt: null });
    expect(view.messages.at(-1)?.phrases).toEqual(['question.nurse.ask']);
  },
);

test('a nod to the agreed time leaves it as it is', async () => {
  const view = await talk('晚上八点再说', '好的', '可以');
  expect(view.record.state).toBe('scheduled');
  expect(view.record.resumeAt).toBeGreaterThan(HOUR);
  expect(said(view, 'out')).toHaveLength(3);
});

describe('many or angry words that nobody can read', () => {
  const LONG = '说是这么说那么一来二去的也就那么回子事';
  test('are answered like chat and shown to staff, once', async () => {
    const view = await talk(LONG, '满意', LONG);
    expect(view.messages[4]?.phrases).toEqual(['offTopic', 'question.doctor.ask']);
    expect(notesOf(view)).toEqual([LONG]);
    expect(view.record.state).toBe('waiting');
  });
  test('also when they are few and loud', async () => {
    expect(notesOf(await talk('岂有此理！！！'))).toEqual(['岂有此理！！！']);
  });
  test.each(['今天天气真不错啊，阳光明媚的', '哈哈哈', '满意', '有病人在楼上'])(
    '%s is no matter for staff',
    async (text) => {
      expect(notesOf(await talk(text))).toEqual([]);
    },
  );
  test('with staff they are read anyway', async () => {
    expect(notesOf(await talk('转人工', LONG))).toEqual([]);
  });
});
