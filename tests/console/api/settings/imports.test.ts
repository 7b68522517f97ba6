import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIds } from '../../../../src/app/ids.ts';
import { importList } from '../../../../src/app/import-list.ts';
import type { Download } from '../../../../src/console/api/endpoint.ts';
import type { ImportLogRow, ImportRow, ImportView } from '../../../../src/console/wire/settings.ts';
import type { ImportReport } from '../../../../src/intake/report.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/index.ts';
import { until } from '../../../support/moving-clock.ts';
import { NOW, refusal, type SettingsRig, settingsRig } from './rig.ts';

const LISTS = ['examples/hospital/discharges.csv', 'examples/hospital/discharges-gbk.csv'];

/** Sends a file as the server adapter hands it over. */
async function send(rig: SettingsRig, source: string, name = 'list.csv'): Promise<ImportView> {
  const path = join(rig.folder, `upload-${String(Math.floor(performance.now() * 1000))}`);
  copyFileSync(source, path);
  const file = { path, bytes: statSync(path).size };
  return rig.call<ImportView>('POST', '/api/settings/imports', { role: 'supervisor', query: { name }, file });
}

async function ended(rig: SettingsRig, id: string): Promise<ImportView> {
  let view = await rig.call<ImportView>('GET', `/api/settings/imports/${id}`);
  await until(
    'the step has ended',
    async () => {
      view = await rig.call<ImportView>('GET', `/api/settings/imports/${id}`);
      return view.state !== 'checking' && view.state !== 'importing';
    },
    20_000,
  );
  return view;
}

const apply = (rig: SettingsRig, id: string, hash: string) =>
  rig.call<ImportView>('POST', `/api/settings/imports/${id}/apply`, { role: 'supervisor', body: { hash } });

/** What `npm run import` comes to on an empty data file. */
async function byCommand(rig: SettingsRig, path: string, dryRun: boolean): Promise<Omit<ImportReport, 'dryRun'>> {
  const store = await openSqliteStore({ file: ':memory:', zone: 'Asia/Shanghai' });
  const ids = createIds({ now: () => NOW });
  const deps = { hospital: rig.hospital(), directory: store.directory, channel: 'simulator', ids, now: NOW } as const;
  const { dryRun: _dryRun, ...counts } = await importList(deps, { path, dryRun, today: null }, {});
  await store.close();
  return counts;
}

test.each(LISTS)('%s: the check changes nothing, the import comes to what the command comes to', async (list) => {
  const rig = await settingsRig();
  const checked = await ended(rig, (await send(rig, list)).id);
  expect(checked).toMatchObject({ state: 'checked', progress: 1, failure: null, importedBefore: null });
  expect(checked.counts).toEqual(await byCommand(rig, list, true));
  expect([await rig.store.campaign.counts(), rig.woken()]).toEqual([{}, 0]);
  await apply(rig, checked.id, checked.hash);
  const imported = await ended(rig, checked.id);
  expect(imported.state).toBe('imported');
  expect(imported.counts).toEqual(await byCommand(rig, list, false));
  expect(rig.woken()).toBe(1);
  expect((await rig.store.campaign.counts())['planned']).toBeGreaterThan(0);
  const log = await rig.call<readonly ImportLogRow[]>('GET', '/api/settings/imports');
  expect(log).toEqual([
    {
      id: checked.id,
      at: NOW,
      who: '周敏',
      hash: checked.hash,
      counts: expect.objectContaining({ records: imported.counts?.records }) as object,
    },
  ]);
});

test('rows come in pages, by what became of them, and as a file', async () => {
  const rig = await settingsRig();
  const { id, counts } = await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  const page = (query: object) =>
    rig.call<{ rows: readonly ImportRow[]; total: number }>('GET', `/api/settings/imports/${id}/rows`, { query });
  const all = await page({ limit: '200' });
  expect([all.total, all.rows.map(({ record }) => record)]).toEqual([
    counts?.records,
    Array.from({ length: Math.min(200, counts?.records ?? 0) }, (_, index) => index + 1),
  ]);
  const rejected = await page({ action: 'reject', limit: '200' });
  expect([rejected.total, rejected.rows.length]).toEqual([counts?.reject.total, counts?.reject.total]);
  expect(rejected.rows.every(({ action, code, field }) => action === 'reject' && code !== null && field !== null)).toBe(
    true,
  );
  const second = await page({ action: 'reject', from: '1', limit: '1' });
  expect(second.rows).toEqual(rejected.rows.slice(1, 2));
  expect((await page({ from: '100000' })).rows).toEqual([]);

  const csv = await rig.call<Download>('GET', `/api/settings/imports/${id}/rows.csv`, { query: { action: 'reject' } });
  const lines = Buffer.from(csv.bytes).toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFF记录,病历号,处理,原因,代码,字段,修改,提示');
  expect(lines.length).toBe(1 + (counts?.reject.total ?? 0));
});

test('only the content that was checked goes in', async () => {
  const rig = await settingsRig();
  const first = await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  const other = join(rig.folder, 'other.csv');
  writeFileSync(other, '病历号,姓名\r\n1,甲\r\n');
  const refused = await ended(rig, (await send(rig, other, '别的.csv')).id);
  expect(refused).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_COLUMNS' } });
  expect(await refusal(apply(rig, refused.id, refused.hash))).toMatchObject({ code: 'IMPORT_OTHER_FILE' });
  expect(await refusal(apply(rig, first.id, refused.hash))).toMatchObject({ code: 'IMPORT_OTHER_FILE' });
  // Somebody swaps the file that lies there.
  const folder = readdirSync(join(rig.folder, 'uploads')).map((name) => join(rig.folder, 'uploads', name));
  for (const own of folder)
    if (existsSync(join(own, 'check.ndjson'))) copyFileSync(LISTS[1] ?? '', join(own, 'list.csv'));
  await apply(rig, first.id, first.hash);
  expect(await ended(rig, first.id)).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_OTHER_FILE' } });
  expect([await rig.store.campaign.counts(), rig.woken()]).toEqual([{}, 0]);
});

test('a list that was imported before says so; importing twice is refused, one list at a time', async () => {
  const rig = await settingsRig();
  const first = await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  await apply(rig, first.id, first.hash);
  expect(await refusal(apply(rig, first.id, first.hash))).toMatchObject({ code: 'IMPORT_BUSY' });
  expect(await refusal(send(rig, LISTS[1] ?? ''))).toMatchObject({ code: 'IMPORT_BUSY' });
  await ended(rig, first.id);
  expect(await refusal(apply(rig, first.id, first.hash))).toMatchObject({ code: 'IMPORT_OTHER_FILE' });
  const again = await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  expect(again.importedBefore).toBe(NOW);
  expect(again.counts?.skip.byCode['duplicate']).toBeGreaterThan(0);
});

test('only a few lists are kept, and none is left when the service stops', async () => {
  const rig = await settingsRig();
  const first = await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  for (let n = 0; n < 4; n += 1) await ended(rig, (await send(rig, LISTS[0] ?? '')).id);
  expect(await refusal(Promise.resolve().then(() => ended(rig, first.id)))).toMatchObject({ code: 'NOT_FOUND' });
  expect(readdirSync(join(rig.folder, 'uploads')).length).toBe(4);
  await rig.desk.stop();
  expect(readdirSync(join(rig.folder, 'uploads'))).toEqual([]);
});
