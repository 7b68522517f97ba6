import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Simulation, Trial, TriedView } from '../../../../src/console/wire/settings.ts';
import { until } from '../../../support/moving-clock.ts';
import { refusal, type SettingsRig, settingsRig } from './rig.ts';

async function tried(rig: SettingsRig, text: string): Promise<Trial> {
  let trial = await rig.call<Trial>('POST', '/api/settings/trials', { body: { text } });
  await until(
    'the trial has ended',
    async () => {
      trial = await rig.call<Trial>('GET', `/api/settings/trials/${trial.id}`);
      return trial.state !== 'running';
    },
    60_000,
  );
  return trial;
}

const OWN = {
  id: 'own-01',
  flow: 'followup',
  lang: 'zh-CN',
  now: '2026-11-18T10:00:00+08:00',
  patient: { name: '王建国', phone: '+8613800000001', department: '骨科', dischargedOn: '2026-11-12' },
  turns: ['方便'],
  expect: { replies: [{ after: 0, match: ['医师您满意吗'] }] },
};

test('a text is tried against the dialogue files, those of the hospital too: what breaks, what fails as before, what is mended', async () => {
  const rig = await settingsRig();
  mkdirSync(join(rig.folder, 'dialogues'));
  writeFileSync(join(rig.folder, 'dialogues', 'own.jsonl'), `${JSON.stringify(OWN)}\n`);
  const same = await tried(rig, rig.text());
  expect(same).toMatchObject({ state: 'done', broken: [], mended: [] });
  expect([same.total - same.before, same.before - same.after]).toEqual([same.failing.length, 0]);
  expect(same.failing.map(({ id }) => id)).toContain('own-01');

  const text = rig.changed((config) => {
    const { questions } = config['followup'] as { questions: { ask: Record<string, string> }[] };
    const [doctor] = questions;
    if (doctor !== undefined) doctor.ask['zh-CN'] = '病房的医师您满意吗？回复1满意 2基本满意 3不满意';
    questions.splice(1, 1);
  });
  const before = () => rig.call<TriedView>('POST', '/api/settings/trials/find', { body: { text } });
  expect((await before()).trial).toBeNull();
  const changed = await tried(rig, text);
  expect((await before()).trial).toEqual(changed);
  expect(changed.mended).toEqual(['own-01']);
  expect(changed.broken.length).toBeGreaterThan(10);
  const [first] = changed.broken;
  expect(first?.failures.length).toBeGreaterThan(0);
  expect(first?.transcript[0]).toMatchObject({ from: 'bot', text: expect.stringContaining('随访') as string });
}, 120_000);

test('a text with faults is not tried', async () => {
  const rig = await settingsRig();
  const body = { text: '{}' };
  expect(await refusal(rig.call('POST', '/api/settings/trials', { body }))).toMatchObject({ code: 'SETTINGS_INVALID' });
  const wish = { text: '{}', flow: 'followup', language: 'zh-CN' };
  expect(await refusal(rig.call('POST', '/api/settings/simulations', { body: wish }))).toMatchObject({
    code: 'SETTINGS_INVALID',
  });
});

const simulate = (rig: SettingsRig, more: object = {}) =>
  rig.call<Simulation>('POST', '/api/settings/simulations', {
    body: { text: rig.text(), flow: 'followup', language: 'zh-CN', ...more },
  });
const write = (rig: SettingsRig, id: string, text: string, account = 'a1') =>
  rig.call<Simulation>('POST', `/api/settings/simulations/${id}/messages`, { body: { text }, account });

test('a chat with a text: several turns, answers and registers are seen, time passes, nothing reaches the store of the service', async () => {
  const rig = await settingsRig();
  const text = rig.changed((config) => {
    const [doctor] = (config['followup'] as { questions: { ask: Record<string, string> }[] }).questions;
    if (doctor !== undefined) doctor.ask['zh-CN'] = '病房医生您满意吗？回复1满意 2基本满意 3不满意';
  });
  let chat = await simulate(rig, { text });
  expect(chat).toMatchObject({ state: 'waiting', lines: [{ from: 'bot' }] });
  chat = await write(rig, chat.id, '方便');
  expect(chat.lines.at(-1)?.text).toContain('病房医生您满意吗');
  expect(chat.lines.at(-1)?.options).toEqual(['1 满意', '2 基本满意', '3 不满意']);
  chat = await write(rig, chat.id, '满意');
  chat = await write(rig, chat.id, '护士态度很差，叫了半天没人来');
  expect(chat.answers).toMatchObject({ doctor: { grade: 'satisfied' }, nurse: { grade: 'dissatisfied' } });
  expect(chat.registers).toEqual([expect.objectContaining({ kind: 'complaint' })]);
  chat = await rig.call<Simulation>('POST', `/api/settings/simulations/${chat.id}/wait`, { body: { hours: 100 } });
  expect(chat).toMatchObject({ state: 'closed', outcome: 'expired' });
  expect(await rig.store.views.counts()).toEqual({ conversations: 0, 'work.open': 0 });
});

test('a chat of somebody who writes first; and nobody else looks into it', async () => {
  const rig = await settingsRig();
  let chat = await simulate(rig, { flow: 'consultation' });
  expect(chat.lines).toEqual([]);
  chat = await write(rig, chat.id, '你们医院几点开门？');
  expect(chat.lines.map(({ from }) => from)).toEqual(['contact', 'bot']);
  expect(await refusal(write(rig, chat.id, '你好', 'a2'))).toMatchObject({ code: 'NOT_FOUND' });
  for (let n = 0; n < 12; n += 1) await simulate(rig, { flow: 'consultation' });
  expect(await refusal(write(rig, chat.id, '还在吗'))).toMatchObject({ code: 'NOT_FOUND' });
});
