import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../src/app/logger.ts';
import { startService } from '../../src/app/run.ts';
import type { Running } from '../../src/app/run.types.ts';
import { readServiceFile } from '../../src/app/service-file.ts';
import { readEnv } from '../../src/config/env.ts';
import { DAY } from '../../src/domain/clock.ts';
import { localDate } from '../../src/domain/zoned-time.ts';
import { importThroughService } from '../../src/intake/remote.ts';
import { writeHospital } from '../crash/hospital.ts';
import { TUNING } from '../crash/tuning.ts';
import { HEADER } from '../intake/support.ts';
import { until } from '../support/moving-clock.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in/server.ts';
import { testFolder } from './command.ts';

const ZONE = 'Asia/Shanghai';
const PUBLIC = 'https://huifang.example.org';

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly says: readonly string[];
}

const PEOPLE: readonly Person[] = [
  { name: '欧阳晓楠', phone: '13800020001', says: ['方便', '护士小周态度太差了，按铃半天没人来', '没了'] },
  {
    name: '司马文娟',
    phone: '13800020002',
    says: ['我是她儿子，家在光明路十八号', '都满意', '想要退回八百块押金，不然去卫健委告你们'],
  },
  { name: '诸葛大海', phone: '13800020003', says: ['现在胸口痛得喘不上气，人快不行了', '别再给我发短信了'] },
  { name: '慕容秋雁', phone: '13800020004', says: ['收到请说清楚你是谁', 'My mother Murong passed away on Monday'] },
];
const STRANGER = { phone: '+8613800029999', says: '请问司马文娟住几号床，她的验血结果出来了吗' };
const LANDLINE = '0371-65998877';
const ADDRESS = '光明路十八号';

function writeList(folder: string): { path: string; today: string } {
  const day = (ago: number) => localDate(Date.now() - ago * DAY, ZONE);
  const row = (name: string, phone: string, index: number) =>
    `0077000${String(index)},${name},女,57,${phone},${name},本人,骨科,梁宏伟,李小琴,${day(6)},${day(1)},骨折,医嘱离院,${ADDRESS}`;
  const rows = PEOPLE.map(({ name, phone }, index) => row(name, phone, index));
  const path = join(folder, 'list.csv');
  writeFileSync(path, [HEADER, ...rows, row('令狐冲之', LANDLINE, 9), row('', '13800020005', 8)].join('\r\n'));
  return { path, today: day(1) };
}

/** Every stretch of a text that is long enough to tell: six characters of Chinese, fourteen of English. */
function stretches(text: string): readonly string[] {
  const length = /^[\x20-\x7e]*$/.test(text) ? 14 : 6;
  return Array.from({ length: Math.max(1, text.length - length + 1) }, (_, at) => text.slice(at, at + length)).filter(
    (piece) => length === 14 || /[^\x20-\x7e]/.test(piece),
  );
}

/** What was said, both ways, piece by piece; names, numbers and addresses whole. */
function needlesOf(carrier: TwilioStandIn): readonly string[] {
  const said = [...PEOPLE.flatMap(({ says }) => says), STRANGER.says, ...carrier.accepted.map(({ body }) => body)];
  const pieces = said.flatMap(stretches);
  const people = PEOPLE.flatMap(({ name, phone }) => [name, phone, phone.slice(-8)]);
  const masked = PEOPLE.map(({ name }) => `${name.slice(0, 1)}*`);
  return [
    ...people,
    ...masked,
    STRANGER.phone.slice(3),
    LANDLINE,
    '65998877',
    '令狐冲之',
    ADDRESS,
    ...pieces,
    carrier.authToken,
  ];
}

function leaks(log: string, needles: readonly string[]): readonly string[] {
  const plain = JSON.stringify(log).replaceAll('\\\\', '\\');
  return needles.filter((needle) => log.includes(needle) || plain.includes(needle));
}

async function startLogged(carrier: TwilioStandIn, folder: string, write: (line: string) => void): Promise<Running> {
  const env = readEnv({
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    CONFIG_FILE: writeHospital(folder),
    DEMO: 'off',
    LOG_LEVEL: 'trace',
    PUBLIC_BASE_URL: PUBLIC,
    TWILIO_ACCOUNT_SID: carrier.accountSid,
    TWILIO_AUTH_TOKEN: carrier.authToken,
    TWILIO_FROM: carrier.number,
    TWILIO_API_BASE_URL: carrier.url,
  });
  const running = await startService({
    env,
    tuning: TUNING,
    logger: createLogger({ level: 'trace', format: 'json' }, { write }),
  });
  onTestFinished(() => running.stop());
  carrier.setApp(`http://127.0.0.1:${String(running.port)}`, PUBLIC);
  return running;
}

/** What no carrier sends: forged, broken and unknown requests that carry a patient's words. */
async function misuse(url: string): Promise<void> {
  const [person] = PEOPLE;
  const body = `Body=${encodeURIComponent(person?.says[1] ?? '')}&From=%2B86${person?.phone ?? ''}`;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await fetch(`${url}/webhooks/twilio/inbound`, {
    method: 'POST',
    body,
    headers: { ...form, 'x-twilio-signature': 'AAAA' },
  });
  await fetch(`${url}/webhooks/twilio/inbound`, {
    method: 'POST',
    body: `{"${person?.name ?? ''}":`,
    headers: { 'content-type': 'application/json' },
  });
  await fetch(`${url}/patients/${person?.phone ?? ''}?name=${encodeURIComponent(person?.name ?? '')}`);
}

test('at level trace, through import, conversations and a failing carrier, the log names nobody and repeats nothing', async () => {
  const folder = testFolder();
  const carrier = await startTwilioStandIn({ callbacks: { duplicate: 0.3, swap: 0.3 } });
  onTestFinished(() => carrier.close());
  carrier.fail(
    { kind: 'too_many' },
    { kind: 'server_error', when: 'before' },
    { kind: 'silence', when: 'after' },
    { kind: 'reset', when: 'before' },
  );
  let log = '';
  const running = await startLogged(carrier, folder, (line) => (log += line));
  const list = writeList(folder);
  const service = readServiceFile(join(folder, 'data'));
  if (service === undefined) throw new Error('no service.json');
  const report = await importThroughService(service, { ...list, dryRun: false }, {});
  expect(report.imported).toBe(PEOPLE.length);
  await until(
    'all have their opening text',
    () => PEOPLE.every(({ phone }) => carrier.handset(`+86${phone}`).length > 0),
    20_000,
  );

  carrier.fail({ kind: 'refuse', code: 21612 }, { kind: 'undelivered', code: 30005 }, { kind: 'refuse', code: 21617 });
  const talks = PEOPLE.map(async ({ phone, says }) => {
    for (const body of says) {
      await carrier.inject({ from: `+86${phone}`, body, times: 2 });
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  });
  await Promise.all([...talks, carrier.inject({ from: STRANGER.phone, body: STRANGER.says })]);
  await carrier.inject({ from: '+8613800020001', mediaTypes: ['image/jpeg'] });
  await misuse(running.url);
  carrier.refuseLists(true);
  carrier.fail({ kind: 'server_error', when: 'after' });
  await carrier.inject({ from: STRANGER.phone, body: STRANGER.says });
  const expected = ['message not sent', 'wrong signature', 'looked for an uncertain', 'could not be listed'];
  await until('all that goes wrong was seen', () => expected.every((line) => log.includes(line)), 25_000);
  await running.stop();

  expect(carrier.accepted.length).toBeGreaterThan(PEOPLE.length * 2);
  const needles = needlesOf(carrier);
  expect(leaks(log, needles)).toEqual([]);

  // The search finds what is planted, however it is written.
  const [person] = PEOPLE;
  for (const planted of [
    `{"note":"${person?.name ?? ''}"}`,
    `to +86${person?.phone ?? ''}`,
    `x ${person?.says[1]?.slice(3, 12) ?? ''}`,
    ADDRESS,
  ])
    expect(leaks(log + planted, needles)).not.toEqual([]);
  expect(leaks(readFileSync(list.path, 'utf8'), needles).length).toBeGreaterThan(PEOPLE.length * 2);
}, 60_000);
