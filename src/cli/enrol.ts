import { userInfo } from 'node:os';
import { botNameOf } from '../app/bot-name.ts';
import { readSettings } from '../config/env.ts';
import { readHospitalConfig } from '../config/load.ts';
import { localDate } from '../domain/zoned-time.ts';
import { runCommand } from './command.ts';
import { HELP, readArguments } from './enrol/arguments.ts';
import { issueLinks } from './enrol/run.ts';
import { type Link, writeSlips } from './enrol/slips.ts';

/** What a person at a terminal reads. */
function report(links: readonly Link[], unknown: readonly string[], files: readonly string[]): string {
  const width = Math.max(0, ...links.map(({ recordNo }) => recordNo.length));
  const lines = [
    ...links.map(({ recordNo, link, until }) => `${recordNo.padEnd(width)}  ${link}  至 until ${until}`),
    ...unknown.map((recordNo) => `${recordNo}: 没有此患者或已去世 no such patient, or deceased`),
    ...(links.length + unknown.length === 0 ? ['没有待随访且未绑定的患者 nobody is waiting without a messenger'] : []),
    ...(files.length === 0 ? [] : [`已写入 written: ${files.at(-1) ?? ''} (${String(files.length)} files)`]),
  ];
  return `${lines.join('\n')}\n`;
}

async function run(words: readonly string[]): Promise<number> {
  const { records, out, json } = readArguments(words);
  const env = readSettings();
  const { hospital } = readHospitalConfig(env.configFile);
  // Before a token is made: without the bot's name nobody could use it.
  const bot = await botNameOf(env);
  const who = `cli:${userInfo().username}`;
  const { issued, unknown } = await issueLinks({ records, who }, env);
  const links = issued.map(({ recordNo, token, expiresAt }) => ({
    recordNo,
    link: `https://t.me/${bot}?start=${token}`,
    until: localDate(expiresAt, hospital.zone),
  }));
  const files =
    out === undefined || links.length === 0
      ? []
      : await writeSlips(out, links, { hospital: hospital.name, phone: hospital.phones.main });
  process.stdout.write(json ? `${JSON.stringify({ links, unknown, files })}\n` : report(links, unknown, files));
  return unknown.length > 0 && records !== 'planned' ? 1 : 0;
}

await runCommand({ help: HELP, failure: { zh: '绑定链接生成失败', en: 'Making links failed' }, run });
