import { readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHospital, withKnowledge, withStaff } from '../../src/app/hospital.ts';
import { readKnowledge } from '../../src/app/knowledge-file.ts';
import { KnowledgeWatch } from '../../src/app/knowledge-watch.ts';
import type { Knowledge } from '../../src/bot/knowledge/index.ts';
import type { TurnKit } from '../../src/bot/turn/kit.ts';
import { startCommand, testFolder, writeConfig } from './command.ts';

const DEMO = readFileSync('examples/hospital/knowledge.json', 'utf8');
const { config } = readHospital('flows.config.json');
const PARKING = '地面180个';

/** A file in a folder of its own, watched in rounds that the test makes. */
function watched() {
  const file = join(testFolder(), 'knowledge.json');
  writeFileSync(file, DEMO);
  const taken: Knowledge[] = [];
  const refused: string[][] = [];
  const watch = new KnowledgeWatch({
    file: () => file,
    read: (path) => readKnowledge(path, config),
    take: (knowledge) => taken.push(knowledge),
    updatedOn: () => '2026-11-18',
    logger: {
      info: () => undefined,
      error: (entry: unknown) => refused.push((entry as { faults: string[] }).faults),
    },
  });
  watch.current();
  let minute = 0;
  const write = (text: string) => {
    writeFileSync(file, text);
    minute += 1;
    utimesSync(file, 1_790_000_000 + minute * 60, 1_790_000_000 + minute * 60);
  };
  const rounds = (count: number) => {
    for (let i = 0; i < count; i += 1) watch.look();
  };
  return { file, watch, write, rounds, taken, refused };
}

test('a changed file is taken once it stands still, dated with the day of its change', () => {
  const { write, rounds, taken, watch } = watched();
  rounds(3);
  expect(taken).toEqual([]);
  write(DEMO.replace(PARKING, '地面300个'));
  rounds(1);
  expect(taken).toEqual([]);
  rounds(3);
  expect(taken.map(({ hospital }) => hospital.transport.parking.slice(0, 6))).toEqual(['地面300个']);
  expect(taken[0]?.updatedOn).toBe('2026-09-21');
  expect(watch.warnings()).toEqual([]);
});

test('a file that is still being written is never applied, nor told as faulty', () => {
  const { write, rounds, taken, refused } = watched();
  const changed = DEMO.replace(PARKING, '地面300个');
  for (const part of [0.2, 0.5, 0.9]) {
    write(changed.slice(0, Math.floor(changed.length * part)));
    rounds(1);
  }
  write(changed);
  rounds(2);
  expect([taken.length, refused]).toEqual([1, []]);
});

test('a faulty file is refused with every fault, once for each content; the next good one clears the warning', () => {
  const { file, write, rounds, taken, refused, watch } = watched();
  const faulty = DEMO.replace('"timezone": "Asia/Shanghai"', '"timezone": "Mars/Olympus"').replace(
    '"周一"',
    '"星期一"',
  );
  write(faulty);
  rounds(4);
  write(faulty);
  rounds(4);
  expect(taken).toEqual([]);
  expect(refused).toEqual([
    [
      expect.stringMatching(/hospital\.timezone: "Mars\/Olympus" — allowed: an IANA time zone/) as string,
      expect.stringMatching(/slots\[0\]\.days\[0\]: "星期一" — allowed: 周一, /) as string,
    ],
  ]);
  expect(watch.warnings()).toEqual([expect.stringContaining('2 fault(s): the one of 2026-11-18 stays in force')]);
  writeFileSync(`${file}.new`, DEMO.replace(PARKING, '地面301个'));
  renameSync(`${file}.new`, file);
  rounds(2);
  expect([taken.length, watch.warnings()]).toEqual([1, []]);
});

test('a file that is gone is told, and does no harm', () => {
  const { file, rounds, taken, refused } = watched();
  renameSync(file, `${file}.away`);
  rounds(3);
  expect([taken, refused.length]).toEqual([[], 1]);
  renameSync(`${file}.away`, file);
  rounds(3);
  expect(taken).toHaveLength(1);
});

test('the kit answers from the new knowledge base, and knows its doctors and the staff of the stays', () => {
  const [file, now] = [join(testFolder(), 'knowledge.json'), Date.parse('2026-11-18T02:00:00Z')];
  writeFileSync(
    file,
    DEMO.replace('30分钟内免费，之后每小时2元，每天15元封顶。', '45分钟内免费。').replaceAll('陈立新', '陈立旧'),
  );
  const old = withStaff(readHospital('flows.config.json'), []);
  const stays = [{ name: '李小琴', role: 'nurse' as const, department: '骨科' }];
  const { kit } = withStaff(withKnowledge(old, readKnowledge(file, config), now), stays);
  const names = kit.roster.staff.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['陈立旧', '李小琴']));
  expect(names).not.toContain('陈立新');
  const asked = { topic: null, offered: [], asked: null, trouble: null };
  const said = (one: TurnKit) => one.consult('陈立旧医生哪天出诊', asked, { now, language: 'zh-CN' }).reply;
  expect(JSON.stringify(said(old.kit))).not.toContain('陈立旧');
  expect(JSON.stringify(said(kit))).toContain('陈立旧');
});

test('the running service answers from a changed file, and stays ready on a faulty one', async () => {
  const folder = testFolder();
  const file = join(folder, 'knowledge.json');
  writeFileSync(file, DEMO);
  const configFile = writeConfig(folder, (changed) => {
    changed['knowledge'] = { file };
  });
  const service = startCommand({ DATA_DIR: testFolder(), CONFIG_FILE: configFile });
  const [, url = ''] = await service.says(/(http:\/\/localhost:\d+)\/demo/);
  const readyz = async () => (await fetch(`${url}/readyz`)).json() as Promise<{ status: string; warnings?: string[] }>;
  writeFileSync(file, '{"hospital": 1}');
  await service.says(/hospital: 1 — allowed: an object[^]*was changed and refused; the old one stays/);
  expect(await readyz()).toMatchObject({ status: 'ready', warnings: [expect.stringContaining('stays in force')] });
  writeFileSync(file, DEMO.replace('"beds": 800', '"beds": 801'));
  await service.says(
    /"departments":40,"offices":13,"doctors":76,"prices":118,"questions":210[^\n]*was changed; the service answers from it now/,
  );
  expect(await readyz()).toEqual({ status: 'ready', reasons: [] });
  expect(await service.end('SIGINT')).toBe(0);
}, 120_000);
