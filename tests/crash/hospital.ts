import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DAY } from '../../src/domain/clock.ts';
import { localDate } from '../../src/domain/zoned-time.ts';

const ZONE = 'Asia/Shanghai';
const HEADER =
  '病历号,姓名,性别,年龄,联系电话,联系人,与患者关系,科室,主管医生,责任护士,入院日期,出院日期,出院诊断,出院方式,住址';
const STAY_DAYS = 5;

interface ConfigFile {
  sendingHours: { from: string; to: string };
  followup: { delayDays: number };
  channels: { sms: { settleMs: number; ratePerSecond: number } };
  knowledge: { file: string };
  console: { sla: { urgentAlertSeconds: number } };
}

/** Emergencies that nobody opens ring again after so many seconds: not while a test looks at something else. */
const PATIENT_S = 600;

/** The demo hospital, awake all day, quick, and following up on the day of discharge. Returns the path of its file. */
export function writeHospital(folder: string, urgentAlertSeconds = PATIENT_S): string {
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as ConfigFile;
  config.sendingHours = { from: '00:00', to: '23:59' };
  config.followup.delayDays = 0;
  config.channels.sms = { settleMs: 250, ratePerSecond: 200 };
  config.knowledge.file = resolve(config.knowledge.file);
  config.console.sla.urgentAlertSeconds = urgentAlertSeconds;
  const path = join(folder, 'flows.config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** A list of discharges and the day on which it is imported: the day before, so that all of it is due at once. */
export interface DischargeList {
  readonly path: string;
  readonly today: string;
  /** The numbers on it, E.164. */
  readonly patients: readonly string[];
}

/** Writes a list of `count` patients that no other list of this run has; `first` is the number of its first one. */
export function writeDischarges(folder: string, first: number, count: number): DischargeList {
  const today = localDate(Date.now() - DAY, ZONE);
  const admitted = localDate(Date.now() - STAY_DAYS * DAY, ZONE);
  const patients: string[] = [];
  const rows: string[] = [];
  for (let number = first; number < first + count; number += 1) {
    const phone = `138000${String(number).padStart(5, '0')}`;
    const recordNo = String(500_000 + number).padStart(8, '0');
    patients.push(`+86${phone}`);
    rows.push(
      `${recordNo},王建国,男,57,${phone},王建国,本人,骨科,梁宏伟,李小琴,${admitted},${today},骨折,医嘱离院,示范县`,
    );
  }
  const path = join(folder, `discharges-${String(first)}.csv`);
  writeFileSync(path, `${[HEADER, ...rows].join('\r\n')}\r\n`);
  return { path, today, patients };
}
