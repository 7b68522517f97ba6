import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  FlowsCheck,
  FlowsView,
  SettingsVersionDetail,
  SettingsVersionView,
} from '../../../../src/console/wire/settings.ts';
import { refusal, type SettingsRig, settingsRig, talkingTo } from './rig.ts';

const view = (rig: SettingsRig) => rig.call<FlowsView>('GET', '/api/settings/flows');
const history = async (rig: SettingsRig) =>
  (await rig.call<{ rows: readonly SettingsVersionView[] }>('GET', '/api/settings/flows/versions')).rows;

const renamed = (rig: SettingsRig, name: string) =>
  rig.changed((config) => {
    config.hospital['name'] = { 'zh-CN': name, 'zh-TW': name, en: 'Other Hospital' };
  });

async function publish(rig: SettingsRig, text: string, more: { account?: string; why?: string; base?: string } = {}) {
  const base = more.base ?? (await view(rig)).base;
  const body = { text, base, why: more.why ?? '改医院名称' };
  return rig.call<{ number: number }>('POST', '/api/settings/flows/publish', {
    body,
    ...(more.account === undefined ? {} : { account: more.account }),
  });
}

const nameOf = (rig: SettingsRig) => rig.hospital().config.hospital.name['zh-CN'];

test('what is published is the file and in force at once, with its mode, and the history tells who and why', async () => {
  const rig = await settingsRig();
  chmodSync(rig.configFile, 0o640);
  const text = renamed(rig, '新华医院');
  expect(await publish(rig, text, { why: '医院更名' })).toEqual({ number: 2 });
  expect([rig.text(), nameOf(rig), statSync(rig.configFile).mode & 0o777]).toEqual([text, '新华医院', 0o640]);
  expect(readdirSync(rig.folder).filter((name) => name.includes('.new-'))).toEqual([]);
  expect(await view(rig)).toMatchObject({ version: 2, inForce: true, changedOnDisk: false, text });
  expect(await history(rig)).toMatchObject([
    { number: 2, who: '周敏', why: '医院更名', source: 'console', restores: null },
    { number: 1, who: null, why: '', source: 'disk' },
  ]);
  const detail = await rig.call<SettingsVersionDetail>('GET', '/api/settings/flows/versions/2');
  expect(detail.differences[0]).toEqual({ path: 'hospital.name.zh-CN', from: '示范县第二人民医院', to: '新华医院' });
  expect(detail.text).toBe(text);
});

test('a broken text is refused with every fault and its line, and the old one keeps running', async () => {
  const rig = await settingsRig();
  const before = rig.text();
  const text = rig.changed((config) => {
    config.hospital['zone'] = 'Mars/Olympus';
    config['sendingHours'] = { from: '25:00', to: '21:00' };
    config.phrases['goodbye_again'] = {};
  });
  const check = await rig.call<FlowsCheck>('POST', '/api/settings/flows/check', { body: { text } });
  expect(check.faults.map(({ path }) => path)).toEqual([
    'hospital.zone',
    'sendingHours.from',
    'sendingHours.to',
    'phrases.goodbye_again',
  ]);
  const [zone] = check.faults;
  expect(zone).toMatchObject({ value: '"Mars/Olympus"', allowed: 'an IANA time zone such as Asia/Shanghai' });
  expect(text.split('\n')[(zone?.line ?? 0) - 1]).toContain('"zone"');
  expect(check.affected).toBeNull();
  const { code, details } = await refusal(publish(rig, text));
  expect([code, details.length]).toEqual(['SETTINGS_INVALID', 4]);
  expect([rig.text(), nameOf(rig), (await history(rig)).length]).toEqual([before, '示范县第二人民医院', 1]);
});

test('nobody learns by the name of the knowledge base which files there are and how they begin', async () => {
  const rig = await settingsRig();
  writeFileSync(join(rig.folder, 'secret.env'), 'TOKEN=1234567890');
  for (const file of ['/etc/passwd', '/no/such/file.json', '../other.json', 'secret.env', `${rig.folder}/secret.env`]) {
    const text = rig.changed((config) => {
      config['knowledge'] = { file };
    });
    const check = await rig.call<FlowsCheck>('POST', '/api/settings/flows/check', { body: { text } });
    expect([file, check.faults]).toEqual([
      file,
      [expect.objectContaining({ path: 'knowledge.file', value: 'elsewhere' })],
    ]);
    expect((await refusal(publish(rig, text))).code).toBe('SETTINGS_INVALID');
  }
});

test('what is no JSON is shown where it stops being it', async () => {
  const rig = await settingsRig();
  const check = await rig.call<FlowsCheck>('POST', '/api/settings/flows/check', {
    body: { text: '{\n  "hospital": {\n    "staffNo": "8",\n  }\n}' },
  });
  expect(check.faults).toEqual([expect.objectContaining({ path: '(file)', line: 4, column: 3 })]);
});

test('of two who publish on the same version the second hears of it, sees the other and may publish over it', async () => {
  const rig = await settingsRig();
  const { base } = await view(rig);
  const [mine, theirs] = [renamed(rig, '甲医院'), renamed(rig, '乙医院')];
  const both = await Promise.allSettled([
    publish(rig, mine, { base, account: 'a1' }),
    publish(rig, theirs, { base, account: 'a2' }),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(publish(rig, theirs, { base }))).toMatchObject({ code: 'SETTINGS_CONFLICT' });
  expect(nameOf(rig)).toBe('甲医院');
  await publish(rig, theirs, { account: 'a2' });
  expect([nameOf(rig), (await history(rig)).map(({ number, who }) => [number, who])]).toEqual([
    '乙医院',
    [
      [3, 'a2'],
      [2, '周敏'],
      [1, null],
    ],
  ]);
});

test('a file that was changed by hand is a version of its own and is never overwritten unseen', async () => {
  const rig = await settingsRig();
  const { base } = await view(rig);
  const byHand = renamed(rig, '手改医院');
  writeFileSync(rig.configFile, byHand);
  expect(await refusal(publish(rig, renamed(rig, '丙医院'), { base }))).toMatchObject({
    code: 'SETTINGS_CONFLICT',
    details: [expect.stringContaining('found on disk')],
  });
  expect(rig.text()).toBe(byHand);
  const seen = await view(rig);
  expect(seen).toMatchObject({ version: 2, changedOnDisk: true, inForce: false, text: byHand });
  // Looked at, and put into force as it is.
  expect(await publish(rig, byHand, { base: seen.base, why: '采用手工修改' })).toEqual({ number: 3 });
  expect([nameOf(rig), (await view(rig)).inForce]).toEqual(['手改医院', true]);
});

test('an earlier version is put back by publishing it again', async () => {
  const rig = await settingsRig();
  const first = rig.text();
  await publish(rig, renamed(rig, '丁医院'));
  const { base } = await view(rig);
  const back = rig.call('POST', '/api/settings/flows/versions/1/restore', { body: { base, why: '改错了' } });
  expect(await back).toEqual({ number: 3 });
  expect([rig.text(), nameOf(rig)]).toEqual([first, '示范县第二人民医院']);
  expect((await history(rig))[0]).toMatchObject({ number: 3, restores: 1, why: '改错了' });
  expect(await refusal(rig.call('GET', '/api/settings/flows/versions/9'))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a reason has to be given', async () => {
  const rig = await settingsRig();
  await expect(publish(rig, renamed(rig, '戊医院'), { why: ' ' })).rejects.toThrow();
  expect((await history(rig)).map(({ source }) => source)).toEqual(['disk']);
});

test('who may edit hours and roster changes those and nothing else', async () => {
  const rig = await settingsRig();
  const parts = async (text: string) =>
    rig.call('POST', '/api/settings/flows/parts', {
      role: 'supervisor',
      body: { text, base: (await view(rig)).base, why: '冬季作息' },
    });
  const hours = (config: Record<string, unknown>) => {
    config['sendingHours'] = { from: '09:30', to: '20:00' };
  };
  await parts(rig.changed(hours));
  expect(rig.hospital().kit.settings.sendingHours.from).toBe(9 * 60 + 30);
  const more = rig.changed((config) => {
    config['roster'] = { staff: [{ name: '王小花', role: 'nurse', department: '骨科' }] };
    config.hospital['staffNo'] = '9';
  });
  expect(await refusal(parts(more))).toEqual({
    code: 'SETTINGS_NOT_YOURS',
    details: [expect.stringContaining('hospital.staffNo')],
  });
  await expect(rig.call('POST', '/api/settings/flows/publish', { role: 'supervisor', body: {} })).rejects.toThrow(
    'FORBIDDEN',
  );
});

test('what is taught goes on only as it was accepted: publishing does not drop or change it unchecked', async () => {
  const rig = await settingsRig();
  const taught = rig.changed((config) => {
    config['understanding'] = { emergencySigns: ['引流管掉了'], phrases: [{ meaning: 'busy', add: ['在坐诊呢'] }] };
  });
  const check = await rig.call<FlowsCheck>('POST', '/api/settings/flows/check', { body: { text: taught } });
  expect([check.faults, check.held]).toEqual([[], [expect.stringContaining('never checked')]]);
  expect(await refusal(publish(rig, taught))).toMatchObject({ code: 'SETTINGS_NOT_ACCEPTED' });
  // Signs of an emergency only add, and hold at once.
  const signs = rig.changed((config) => {
    config['understanding'] = { emergencySigns: ['引流管掉了'] };
  });
  await publish(rig, signs);
  expect(rig.hospital().kit.lists.emergencySigns).toContain('引流管掉了');
});

test('the very next turn uses the new wording', async () => {
  const rig = await settingsRig();
  const talk = await talkingTo(rig, 1);
  expect(await talk('方便')).toContain('医生的技术和服务满意吗');
  await publish(
    rig,
    rig.changed((config) => {
      const nurse = (config['followup'] as { questions: { ask: Record<string, string> }[] }).questions[1];
      if (nurse !== undefined) nurse.ask['zh-CN'] = '护士照顾得怎么样？回复1满意 2基本满意 3不满意';
    }),
  );
  expect(await talk('1')).toContain('护士照顾得怎么样');
});

test('the check names what concerns safety, and whom a changed question touches', async () => {
  const rig = await settingsRig();
  await (await talkingTo(rig, 1))('方便');
  const second = await talkingTo(rig, 2);
  await second('方便');
  await second('1');
  const refused = await talkingTo(rig, 3);
  await refused('不想参加，别再问了');
  const text = rig.changed((config) => {
    config.hospital['zone'] = 'Asia/Taipei';
    (config.phrases['selfHarm'] ?? {})['zh-CN'] =
      '您很重要。请现在就拨打{crisisPhone}或{emergencyPhone}，我们的同事会马上联系您。';
    const { questions } = config['followup'] as { questions: { ask: Record<string, string> }[] };
    const [doctor] = questions;
    if (doctor !== undefined) doctor.ask['zh-CN'] = '病房医生您满意吗？回复1满意 2基本满意 3不满意';
    questions.splice(1, 1);
  });
  const check = await rig.call<FlowsCheck>('POST', '/api/settings/flows/check', { body: { text } });
  expect(check.faults).toEqual([]);
  expect(check.safety).toEqual(['phrases.selfHarm.zh-CN']);
  expect(check.affected).toEqual({
    flows: [{ flow: 'followup', count: 2 }],
    questions: [
      { id: 'doctor', change: 'changed', count: 1 },
      { id: 'nurse', change: 'removed', count: 1 },
    ],
  });
});

test('a file that cannot be written is named, and nothing is noted as published', async () => {
  const rig = await settingsRig();
  const text = renamed(rig, '己医院');
  const { base } = await view(rig);
  if (process.getuid?.() === 0) return;
  chmodSync(rig.folder, 0o500);
  const refused = await refusal(publish(rig, text, { base }));
  chmodSync(rig.folder, 0o700);
  expect([refused.code, readFileSync(rig.configFile, 'utf8') === text]).toEqual(['FILE_UNWRITABLE', false]);
  expect((await history(rig)).length).toBe(1);
});
