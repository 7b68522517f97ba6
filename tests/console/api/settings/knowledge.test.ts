import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Download } from '../../../../src/console/api/endpoint.ts';
import type { CampaignView, KnowledgeDraft, KnowledgeView, RosterView } from '../../../../src/console/wire/settings.ts';
import { type Json as Sheets, sheetsOf, writeWorkbook } from '../../../../src/workbook/index.ts';
import { stayFacts, stayRow } from '../../../contracts/store/turns.ts';
import { NOW, refusal, type SettingsRig, settingsRig } from './rig.ts';

interface Base {
  departments: { id: string; name: string; aliases: string[] }[];
  faq: { id: string; question: string; validUntil?: string }[];
}

const fileOf = (rig: SettingsRig) => join(rig.folder, 'knowledge.json');
const read = (rig: SettingsRig) => JSON.parse(readFileSync(fileOf(rig), 'utf8')) as Base;
const view = (rig: SettingsRig) => rig.call<KnowledgeView>('GET', '/api/settings/knowledge');

let books = 0;
async function send(rig: SettingsRig, change: (base: Base) => void): Promise<KnowledgeDraft> {
  const base = read(rig);
  change(base);
  const path = join(rig.folder, `book-${String((books += 1))}.xlsx`);
  await writeWorkbook(path, sheetsOf(base as unknown as Sheets));
  return rig.call<KnowledgeDraft>('POST', '/api/settings/knowledge/drafts', { file: { path, bytes: 1 } });
}

const take = (rig: SettingsRig, id: string) =>
  rig.call<KnowledgeView>('POST', `/api/settings/knowledge/drafts/${id}/take`, { body: { why: '换季门诊' } });

test('how the knowledge base stands: counts, and what is past its last day', async () => {
  const rig = await settingsRig();
  const base = read(rig);
  expect(await view(rig)).toMatchObject({ file: 'knowledge.json', faults: [], counts: { faq: base.faq.length } });
  const [first] = base.faq;
  if (first !== undefined) first.validUntil = '2026-11-01';
  writeFileSync(fileOf(rig), JSON.stringify(base));
  const draft = await send(rig, (next) => {
    next.faq.pop();
  });
  await take(rig, draft.id);
  expect((await view(rig)).expired).toContainEqual({
    path: 'faq[0]',
    name: first?.question,
    validUntil: '2026-11-01',
  });
});

test('out as a workbook and in again: every change is shown before, and is in force after', async () => {
  const rig = await settingsRig();
  const book = await rig.call<Download>('GET', '/api/settings/knowledge/workbook');
  expect([book.name, Buffer.from(book.bytes).subarray(0, 2).toString()]).toEqual(['knowledge.xlsx', 'PK']);
  const gone = read(rig).faq.at(-1);
  const draft = await send(rig, (base) => {
    base.faq.pop();
  });
  expect(draft.faults).toEqual([]);
  expect(draft.changes).toEqual([
    expect.objectContaining({ removed: [expect.stringContaining(gone?.id ?? '?')], added: [], changed: [] }),
  ]);
  expect(read(rig).faq.at(-1)?.id).toBe(gone?.id);
  const before = rig.hospital().knowledge.faq.length;
  expect((await take(rig, draft.id)).counts.faq).toBe(before - 1);
  expect(rig.hospital().knowledge.faq.length).toBe(before - 1);
  expect(await refusal(take(rig, draft.id))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a workbook with faults, or of another program, changes nothing', async () => {
  const rig = await settingsRig();
  const draft = await send(rig, (base) => {
    for (const department of base.departments) department.name = '';
  });
  expect(draft.faults.length).toBeGreaterThan(1);
  expect(await refusal(take(rig, draft.id))).toMatchObject({ code: 'NOT_FOUND' });
  const path = join(rig.folder, 'list.xlsx');
  writeFileSync(path, '病历号,姓名');
  const none = await rig.call<KnowledgeDraft>('POST', '/api/settings/knowledge/drafts', { file: { path, bytes: 1 } });
  expect([none.faults.length, none.changes]).toEqual([1, null]);
});

test('a file that was changed meanwhile is not overwritten', async () => {
  const rig = await settingsRig();
  const draft = await send(rig, (base) => {
    base.faq.pop();
  });
  writeFileSync(fileOf(rig), `${readFileSync(fileOf(rig), 'utf8')}\n`);
  expect(await refusal(take(rig, draft.id))).toMatchObject({ code: 'SETTINGS_CONFLICT' });
});

test('the campaign is paused and resumed with a reason that the next person sees', async () => {
  const rig = await settingsRig();
  await rig.store.directory.addStays([stayRow(1), stayRow(2)], NOW);
  const ask = () => rig.call<CampaignView>('GET', '/api/settings/campaign', { role: 'supervisor' });
  expect(await ask()).toEqual({
    paused: false,
    last: null,
    followUps: { planned: 2 },
    sendingHours: { from: '09:00', to: '21:00' },
    perDay: 1,
    perWeek: 3,
  });
  const body = { paused: true, why: '国庆放假' };
  const paused = await rig.call<CampaignView>('POST', '/api/settings/campaign', { role: 'supervisor', body });
  expect(paused).toMatchObject({ paused: true, last: { who: '周敏', at: NOW, why: '国庆放假' } });
  // Resumed by the command: whose reason it was is over.
  await rig.store.settings.set('campaign.paused', 'no');
  expect(await ask()).toMatchObject({ paused: false, last: null });
  await expect(rig.call('POST', '/api/settings/campaign', { role: 'officer', body })).rejects.toThrow('FORBIDDEN');
});

test('the roster says who stands where; additions are understood, hidden names are not', async () => {
  const rig = await settingsRig();
  const facts = { ...stayFacts(1), department: '骨科', doctor: '白云飞', nurse: '测试员' };
  await rig.store.directory.addStays([stayRow(1, { facts })], NOW);
  const base = (await rig.call<{ base: string }>('GET', '/api/settings/flows')).base;
  const text = rig.changed((config) => {
    config['roster'] = {
      staff: [{ name: '王小花', role: 'nurse', department: '骨科' }],
      departments: [{ name: '骨科', aliases: ['正骨科'] }],
      hidden: ['测试员'],
    };
  });
  await rig.call('POST', '/api/settings/flows/parts', { role: 'supervisor', body: { text, base, why: '名单更新' } });
  const { people, departments } = await rig.call<RosterView>('GET', '/api/settings/roster');
  const find = (name: string) => people.find((one) => one.name === name);
  expect(find('王小花')).toMatchObject({ role: 'nurse', sources: ['settings'], hidden: false });
  expect(departments.find(({ name }) => name === '骨科')?.aliases).toContain('正骨科');
  const { roster } = rig.hospital().kit;
  expect(roster.staff.some(({ name }) => name === '王小花')).toBe(true);
  expect(roster.staff.some(({ name }) => name === '测试员')).toBe(false);
});
