import { expect, test } from 'vitest';
import type { Language } from '../../../src/domain/language.ts';
import { stayFacts } from '../../contracts/store/turns.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800050001';

async function opened(language: Language, minor: boolean): Promise<Rig> {
  const rig = await Rig.start();
  const facts = { ...stayFacts(1), patientName: '王小明', ageYears: minor ? 6 : 61, minor };
  await rig.plan(planned(1, PHONE, '王小明', { facts, relation: { language } }));
  await rig.work();
  return rig;
}

test.each([
  ['zh-CN', '请问您是王*明的家长吗'],
  ['zh-TW', '請問您是王*明的家長嗎'],
  ['en', 'Are you a parent of 王*明?'],
] as const)(
  '%s: the opening for a minor asks for the parent, and shows the name as the setting allows',
  async (language, words) => {
    const rig = await opened(language, true);
    const [first] = said(await rig.talk(PHONE), 'out');
    expect(first).toContain(words);
    expect(first).not.toMatch(/本人|王小明|or family/);
  },
);

test('asked again, it is the parent still; a parent who says so goes on as family', async () => {
  const rig = await opened('zh-CN', true);
  await rig.receive(PHONE, '你好');
  expect(said(await rig.talk(PHONE), 'out').at(-1)).toContain('王*明的家长吗');
  await rig.receive(PHONE, '我是他妈妈，方便的');
  const view = await rig.talk(PHONE);
  expect(view.record.respondent).toBe('family');
  expect(view.messages.at(-1)?.phrases).toEqual(['thanksFamily', 'question.doctor.ask']);
});

test('a grown-up is asked for as before', async () => {
  const rig = await opened('zh-CN', false);
  expect(said(await rig.talk(PHONE), 'out')[0]).toContain('王*明本人或家属吗');
});
