import { expect, test } from 'vitest';
import { readKnowledgeFile } from '../../../src/app/knowledge-file.ts';
import { rosterOf } from '../../../src/app/roster.ts';
import { knowledgeFacts } from '../../../src/bot/knowledge/index.ts';
import { readHospitalConfig } from '../../../src/config/load.ts';
import { stayFacts } from '../../contracts/store/turns.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800040001';
const FACTS = knowledgeFacts(readKnowledgeFile('flows.config.json', readHospitalConfig('flows.config.json')));

/** A rig whose patient of the orthopaedic ward was asked about the doctors; the lists name two nurses 李 there. */
async function asked(): Promise<Rig> {
  const rig = await Rig.start();
  const ward = (n: number, nurse: string) => ({ ...stayFacts(n), department: '骨科', doctor: '梁宏伟', nurse });
  await rig.plan(
    planned(1, PHONE, '王建国', { facts: { ...ward(1, '张晓兰'), patientName: '王建国' } }),
    planned(2, '+8613800040002', '赵大勇', { facts: ward(2, '李小琴'), followUpAt: null }),
    planned(3, '+8613800040003', '钱有为', { facts: ward(3, '李秀英'), followUpAt: null }),
    planned(4, '+8613800040004', '孙丽', {
      facts: { ...stayFacts(4), department: '内分泌科', nurse: '李晓娟' },
      followUpAt: null,
    }),
  );
  Object.assign(rig.kit, {
    roster: rosterOf(FACTS, await rig.store.directory.staff(), { staff: [], departments: [], hidden: [] }),
  });
  await rig.work();
  await rig.receive(PHONE, '方便');
  return rig;
}

/** `concerns` of the entries of this kind. */
async function entries(rig: Rig, kind: 'complaint' | 'praise', ...texts: readonly string[]) {
  for (const text of texts) await rig.receive(PHONE, text);
  return (await rig.talk(PHONE)).registers.filter((entry) => entry.kind === kind).map(({ concerns }) => concerns);
}

test('the register names the nurse of the stay whom the patient calls 张护士, the patient is told no name', async () => {
  const rig = await asked();
  expect(await entries(rig, 'complaint', '医生满意，张护士态度很差，半夜还骂人')).toEqual([
    ['nurse', '张护士', '张晓兰（护士，骨科）'],
  ]);
  const view = await rig.talk(PHONE);
  expect(view.messages.flatMap(({ readings }) => readings).join()).toContain('张护士 → 张晓兰 0.85');
  expect(said(view, 'out').join()).not.toMatch(/晓兰|小琴|秀英|宏伟/);
});

test('of two nurses 李 none is chosen; a whole name with a wrong character is known, and makes an entry of its own', async () => {
  const rig = await asked();
  expect(await entries(rig, 'complaint', '李护士态度很差，半夜还骂人', '护士李小勤打针把我手打肿了，还骂人')).toEqual([
    ['nurse', '李护士（可能是李小琴、李秀英）'],
    ['nurse', '护士李小勤', '李小琴（护士，骨科）'],
  ]);
});

test('the floor leads to another ward, and contradicted it is a guess', async () => {
  const eleventh = await entries(await asked(), 'complaint', '十一楼姓李的护士态度很差，还骂人');
  expect(eleventh).toEqual([['nurse', '姓李的护士', '李晓娟（护士，内分泌科）']]);
  const third = await entries(await asked(), 'complaint', '三楼姓张的护士态度很差，还骂人');
  expect(third[0]).toContain('姓张的护士（可能是张晓兰，待核实）');
});

test('doctors are known from the knowledge base alone', async () => {
  expect(await entries(await asked(), 'praise', '表扬心内科的陈立新主任，大半夜赶来救我')).toEqual([
    ['doctor', '陈立新主任', '陈立新（医生，心血管内科）'],
  ]);
});
