import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intakeSchema } from '../../src/config/intake.schema.ts';
import { fromLocal } from '../../src/domain/zoned-time.ts';
import type { DepartmentNames } from '../../src/intake/department.ts';
import { type ImportOptions, importDischarges } from '../../src/intake/import.ts';
import type { ImportReport, RowReport } from '../../src/intake/report.ts';
import type { IntakeRules } from '../../src/intake/rules.ts';
import type { FollowUpSettings } from '../../src/intake/stay.ts';

export const ZONE = 'Asia/Shanghai';
export const DISCHARGES = 'examples/hospital/discharges.csv';
export const DISCHARGES_GBK = 'examples/hospital/discharges-gbk.csv';

const knowledge = JSON.parse(readFileSync('examples/hospital/knowledge.json', 'utf8')) as {
  departments: DepartmentNames[];
};
export const DEPARTMENTS = knowledge.departments;
export const RULES: IntakeRules = intakeSchema.parse(undefined);
const FOLLOW_UP: FollowUpSettings = {
  zone: ZONE,
  sendingHours: { from: 540, to: 1260 },
  delayDays: 3,
  windowDays: 30,
  channel: 'sms',
};
/** 2026-11-18, 10:00 at the hospital. */
export const NOW = fromLocal({ year: 2026, month: 11, day: 18 }, 600, ZONE);

let lastId = 0;
const IDS = {
  next: () => {
    lastId += 1;
    return `t${String(lastId)}`;
  },
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'huifang-intake-'));
}

export function temporaryFile(content: string | Uint8Array, name = 'list.csv'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

export interface Imported {
  readonly report: ImportReport;
  readonly rows: readonly RowReport[];
}

/** Imports as a dry run without a store, unless `changes` says more. */
export async function importFile(path: string, changes: Partial<ImportOptions> = {}): Promise<Imported> {
  const rows: RowReport[] = [];
  const report = await importDischarges({
    path,
    directory: null,
    rules: RULES,
    home: 'CN',
    followUp: FOLLOW_UP,
    departments: DEPARTMENTS,
    ids: IDS,
    now: NOW,
    dryRun: true,
    onRow: (row) => {
      rows.push(row);
    },
    ...changes,
  });
  return { report, rows };
}

export const HEADER =
  '病历号,姓名,性别,年龄,联系电话,联系人,与患者关系,科室,主管医生,责任护士,入院日期,出院日期,出院诊断,出院方式,住址';

/** One line of a list in the demo hospital's columns; fields not given hold something ordinary. */
export function line(fields: Partial<Record<string, string>> = {}): string {
  const ordinary: Record<string, string> = {
    病历号: '00400001',
    姓名: '王建国',
    性别: '男',
    年龄: '57',
    联系电话: '13800010001',
    联系人: '王建国',
    与患者关系: '本人',
    科室: '骨科',
    主管医生: '梁宏伟',
    责任护士: '李小琴',
    入院日期: '2026-11-05',
    出院日期: '2026-11-09',
    出院诊断: '骨折',
    出院方式: '医嘱离院',
    住址: '示范县',
  };
  return HEADER.split(',')
    .map((header) => fields[header] ?? ordinary[header] ?? '')
    .join(',');
}

/** A file of the given lines under the demo hospital's header. */
export function listOf(...lines: readonly string[]): string {
  return temporaryFile(`${[HEADER, ...lines].join('\r\n')}\r\n`);
}
