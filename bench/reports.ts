import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedIn } from '../src/console/api/endpoint.ts';
import type { ReportDeps } from '../src/console/api/reports/deps.ts';
import { gatherEntries, gatherOverview, gatherSatisfaction } from '../src/console/api/reports/gather.ts';
import type { Database } from '../src/store/sqlite/database.ts';
import { openDatabase } from '../src/store/sqlite/database.ts';
import { openSqliteStore } from '../src/store/sqlite/index.ts';

const HELP = `npx tsx bench/reports.ts [CONVERSATIONS]

How long the month's report takes with so many conversations stored (1,000,000). Writes the rows that turns would have left for
reports, two years of discharges in 40 departments, then opens the report a few times. Prints milliseconds.
`;

const DEPARTMENTS = 40;
const DAYS = 730;
const LAST = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;
const ROUNDS = 9;

/** A stay of each kind, with its share in a hundred. */
const KINDS: readonly (readonly [share: number, names: string])[] = [
  [6, ' discharged out.no_phone '],
  [4, ' discharged eligible stop.eligible.readmitted '],
  [5, ' discharged eligible contacted stop.contacted.no_receipt end.expired '],
  [40, ' discharged eligible contacted delivered via.receipt stop.delivered.expired end.expired '],
  [3, ' discharged eligible contacted delivered via.receipt reached stop.reached.wrong_number end.wrong_number '],
  [
    12,
    ' discharged eligible contacted delivered via.receipt reached identified stop.identified.expired end.expired partial by.patient answer.doctor.satisfied ',
  ],
  [
    24,
    ' discharged eligible contacted delivered via.receipt reached identified completed end.completed by.patient answer.doctor.satisfied answer.nurse.satisfied answer.overall.satisfied ',
  ],
  [
    6,
    ' discharged eligible contacted delivered via.receipt reached identified completed end.completed by.family answer.doctor.mostly_satisfied answer.nurse.dissatisfied answer.overall.mostly_satisfied reason.nurse theme.nurse.attitude theme.nurse.waiting complaint handoff issue ',
  ],
];
const BY_HUNDRED = KINDS.flatMap(([share, names]) => Array.from({ length: share }, () => names));

const WHO: SignedIn = { accountId: 'a', name: 'a', role: 'supervisor', department: null, staffName: null };

function dayAt(index: number): string {
  return new Date(LAST - index * DAY).toISOString().slice(0, 10);
}

/** Rows as the store keeps them, without the conversations they follow from. */
// eslint-disable-next-line complexity -- defaults for indexes that are always in range
function fill(db: Database, stays: number): void {
  const addStay = db.prepare('INSERT INTO report_stays VALUES (?, ?, ?, ?, ?, ?)');
  const addCounts = db.prepare('INSERT INTO report_counts VALUES (?, ?, ?, ?, ?)');
  const counts = new Map<string, Record<string, number>>();
  db.exec('BEGIN');
  for (let no = 1; no <= stays; no += 1) {
    const day = dayAt(no % DAYS);
    const department = `科室${String((no * 7) % DEPARTMENTS)}`;
    const channel = no % 10 === 0 ? 'telegram' : 'sms';
    const names = BY_HUNDRED[(no * 31) % 100] ?? '';
    addStay.run(no, day, department, '', channel, names);
    for (const period of [day, `m${day.slice(0, 7)}`]) {
      const key = `${period}|${department}|${channel}`;
      const row = counts.get(key) ?? { segments: 0, lines: 0, 'sent.segments': 0, 'sent.lines': 0 };
      counts.set(key, row);
      for (const name of names.trim().split(' ')) row[name] = (row[name] ?? 0) + 1;
      for (const name of ['segments', 'lines', 'sent.segments', 'sent.lines']) row[name] = (row[name] ?? 0) + 6;
    }
  }
  for (const [key, row] of counts) {
    const [period = '', department = '', channel = ''] = key.split('|');
    addCounts.run(period, department, '', channel, JSON.stringify(row));
  }
  db.exec('COMMIT');
}

async function times(name: string, work: () => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  const sorted = taken.slice(1).toSorted((a, b) => a - b);
  const [first, median, worst] = [taken[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((ms) =>
    (ms ?? 0).toFixed(0),
  );
  process.stdout.write(
    `${name.padEnd(44)} first ${String(first)} ms, then median ${String(median)}, worst ${String(worst)}\n`,
  );
}

async function main(stays: number): Promise<void> {
  const file = join(tmpdir(), `huifang-reports-${String(process.pid)}.sqlite`);
  try {
    await (await openSqliteStore({ file, zone: 'Asia/Shanghai' })).close();
    const db = openDatabase(file);
    fill(db, stays);
    db.close();
    const store = await openSqliteStore({ file, zone: 'Asia/Shanghai' });
    const topic = { 'zh-CN': '', 'zh-TW': '', en: '' };
    const deps: ReportDeps = {
      store,
      roster: () => [],
      settings: () => ({
        zone: 'Asia/Shanghai',
        hospital: topic,
        questions: ['doctor', 'nurse', 'overall'].map((id) => ({ id, topic })),
        minimum: 30,
        limits: {
          alertMs: 60_000,
          sla: {
            targets: { urgent: 5, high: 30, normal: 240 },
            zone: 'Asia/Shanghai',
            spans: [],
            calendar: { years: [] },
          },
        },
      }),
    };
    const month = { from: '2026-11-01', to: '2026-11-30', department: null, ward: null, channel: null };
    process.stdout.write(`${String(stays)} stays\n`);
    await times('month report (all its parts)', async () => {
      await gatherOverview(deps, month, 'department');
      await gatherSatisfaction(deps, month, 'department');
      await gatherEntries(deps, { who: WHO, scope: month, kind: 'complaint', now: LAST });
      await gatherEntries(deps, { who: WHO, scope: month, kind: 'praise', now: LAST });
    });
    await times('overview of the month by day', () => gatherOverview(deps, month, 'day'));
    await times('overview of a year by department', () =>
      gatherOverview(deps, { ...month, from: '2025-12-01' }, 'department'),
    );
    await times('overview of 90 days that are no months', () =>
      gatherOverview(deps, { ...month, from: '2026-08-20', to: '2026-11-17' }, 'department'),
    );
    await store.close();
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
}

const words = process.argv.slice(2);
if (words.includes('--help')) process.stdout.write(HELP);
else await main(Number(words[0] ?? 1_000_000));
