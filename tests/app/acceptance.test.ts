import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accept, acceptanceFile } from '../../src/app/acceptance.ts';
import { readHospital } from '../../src/app/hospital.ts';
import { HuifangError } from '../../src/domain/errors.ts';
import { testFolder, writeConfig } from './command.ts';

const TAUGHT = { phrases: [{ meaning: 'busy', add: ['在坐诊呢'] }], timeWords: { 收工后: '18:30', 早班前: '07:00' } };

const writeTaught = (folder: string, understanding: object): string =>
  writeConfig(folder, (config) => {
    config['understanding'] = understanding;
  });

test('nothing taught needs no check, and emergency signs hold at once', () => {
  const file = writeTaught(testFolder(), { emergencySigns: ['引流管掉了'] });
  const { kit, warnings } = readHospital(file, 'accepted');
  expect([kit.lists.emergencySigns.includes('引流管掉了'), warnings]).toEqual([true, []]);
});

test('what was not checked is not used, and a warning says so', () => {
  const file = writeTaught(testFolder(), TAUGHT);
  const { kit, warnings } = readHospital(file, 'accepted');
  expect(kit.lists.taught).toBeUndefined();
  expect(warnings).toEqual([
    expect.stringMatching(/flows\.config\.json teaches was never checked .* npm run -s teach/),
  ]);
  expect(readHospital(file).kit.lists.taught).toBeDefined();
});

test('what was accepted is used, in whatever order it is written, until it or the version changes', () => {
  const folder = testFolder();
  const file = writeTaught(folder, TAUGHT);
  accept(file, readHospital(file).config, '2026-11-18T10:00:00Z');
  expect(readHospital(file, 'accepted')).toMatchObject({ warnings: [], kit: { lists: { taught: {} } } });
  writeTaught(folder, {
    timeWords: { 早班前: '07:00', 收工后: '18:30' },
    phrases: TAUGHT.phrases,
    emergencySigns: ['头疼'],
  });
  expect(readHospital(file, 'accepted').warnings).toEqual([]);
  writeTaught(folder, { ...TAUGHT, timeWords: { 收工后: '18:31' } });
  expect(readHospital(file, 'accepted').warnings).toEqual([expect.stringContaining('changed after its check')]);
  writeTaught(folder, TAUGHT);
  const left = JSON.parse(readFileSync(acceptanceFile(file), 'utf8')) as object;
  writeFileSync(acceptanceFile(file), JSON.stringify({ ...left, against: 'another' }));
  expect(readHospital(file, 'accepted').warnings).toEqual([expect.stringContaining('another version')]);
});

test('a folder that cannot be written is named', () => {
  const { config } = readHospital('flows.config.json');
  expect(() => accept(join('/no/such/folder', 'flows.config.json'), config, '')).toThrow(HuifangError);
});
