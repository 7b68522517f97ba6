import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readServiceFile } from '../../src/app/service-file.ts';
import { hashEnrolmentToken } from '../../src/bot/turn/enrolment-token.ts';
import { ENROLMENT_PATH } from '../../src/server/internal.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { stayRow, T0, ZONE } from '../contracts/store/turns.ts';
import { startDemo } from '../demo/service.ts';
import { temporaryFolder } from '../intake/support.ts';
import { runProgram } from '../store/sqlite/folder.ts';

const BOT = { TELEGRAM_BOT_TOKEN: '123456789:AAbbccddeeffgghhiijjkkllmmnnooppqqr', TELEGRAM_BOT_NAME: 'our_bot' };
const LINK = /https:\/\/t\.me\/our_bot\?start=([A-Za-z0-9_-]{32})/;

const enrol = (dataDir: string, ...words: readonly string[]) =>
  runProgram('src/cli/enrol.ts', words, { DATA_DIR: dataDir, DEMO: 'on', ...BOT });

interface Printed {
  readonly links: readonly { readonly recordNo: string; readonly link: string; readonly until: string }[];
  readonly unknown: readonly string[];
  readonly files: readonly string[];
}

async function withPatients(): Promise<string> {
  const dataDir = join(temporaryFolder(), 'data');
  const store = await openSqliteStore({ file: join(dataDir, 'demo.sqlite'), zone: ZONE });
  await store.directory.addStays([stayRow(1), stayRow(2), stayRow(3, { followUp: 'done' })], T0);
  await store.close();
  return dataDir;
}

test('a link for one patient: printed, kept by its hash only, audited; slip and codes are for the account alone', async () => {
  const dataDir = await withPatients();
  const out = join(temporaryFolder(), 'slips');
  const done = await enrol(dataDir, '--record', 'R1', '--out', out);
  expect([done.status, done.err]).toEqual([0, '']);
  const [link = '', token = ''] = LINK.exec(done.out) ?? [];
  expect(done.out).toMatch(/^R1 {2}https/);
  const db = openDatabase(join(dataDir, 'demo.sqlite'));
  expect(db.prepare('SELECT hash FROM enrolment_tokens').all()).toEqual([[hashEnrolmentToken(token)]]);
  expect(db.prepare('SELECT who, what, subject FROM audit').all()).toEqual([
    [expect.stringMatching(/^cli:/), 'enrolment.issue', 'R1'],
  ]);
  db.close();
  expect(readFileSync(join(dataDir, 'demo.sqlite')).includes(token)).toBe(false);

  expect(readdirSync(out).sort()).toEqual(['enrolment-R1.png', 'enrolment-R1.svg', 'enrolment.html']);
  const page = readFileSync(join(out, 'enrolment.html'), 'utf8');
  for (const part of ['示范县第二人民医院', link, '<svg', 'Telegram', 'R1', 'works once']) expect(page).toContain(part);
  expect(page).not.toMatch(/王小明|心内科|https?:\/\/(?!t\.me|www\.w3\.org)/);
  expect(readFileSync(join(out, 'enrolment-R1.png')).subarray(1, 4).toString()).toBe('PNG');
  for (const file of readdirSync(out)) expect(statSync(join(out, file)).mode & 0o077).toBe(0);
});

test('everybody who waits, as JSON; who is not known is named and the status says so', async () => {
  const dataDir = await withPatients();
  const all = await enrol(dataDir, '--all-planned', '--json');
  const { links, files } = JSON.parse(all.out) as Printed;
  expect([all.status, links.map(({ recordNo }) => recordNo), files]).toEqual([0, ['R1', 'R2'], []]);
  expect(new Set(links.map(({ link }) => link)).size).toBe(2);
  expect(links[0]?.until).toMatch(/^\d{4}-\d\d-\d\d$/);
  const some = await enrol(dataDir, '--record', 'R1', '--record', 'R9', '--json');
  const told = JSON.parse(some.out) as Printed;
  expect([some.status, told.links.length, told.unknown]).toEqual([1, 1, ['R9']]);
});

test('while the service runs, it makes the links itself; strangers learn nothing of the route', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  const done = await enrol(demo.dataDir, '--all-planned', '--json');
  expect([done.status, done.err]).toEqual([0, '']);
  expect((JSON.parse(done.out) as Printed).links.length).toBeGreaterThan(5);
  const post = (token: string, body: string) =>
    fetch(`${demo.url}${ENROLMENT_PATH}`, {
      method: 'POST',
      headers: { 'x-huifang-token': token, 'content-type': 'application/json' },
      body,
    });
  const token = readServiceFile(demo.dataDir)?.token ?? '';
  expect((await post('wrong', '{"records":"planned","who":"x"}')).status).toBe(404);
  expect((await post(token, '{"records":[],"who":"x"}')).status).toBe(400);
}, 60_000);

test('wrong arguments, no bot, and a folder that cannot be written', async () => {
  const dataDir = await withPatients();
  for (const words of [[], ['--record', 'R1', '--all-planned'], ['--what']]) {
    const { status, out, err } = await enrol(dataDir, ...words);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('BAD_REQUEST');
  }
  const none = await runProgram('src/cli/enrol.ts', ['--record', 'R1'], { DATA_DIR: dataDir, DEMO: 'on' });
  expect([none.status, none.err]).toEqual([2, expect.stringContaining('TELEGRAM_BOT_TOKEN: missing')]);
  const out = join(dataDir, 'demo.sqlite', 'slips');
  const refused = await enrol(dataDir, '--record', 'R1', '--out', out);
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('FILE_UNWRITABLE')]);
});
