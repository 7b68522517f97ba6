import { FAULT_KINDS } from './checker.ts';
import { type CrashReport, passed } from './harness.ts';

const WIDTH = 28;
const SHOWN_FAULTS = 30;

const row = (name: string, value: string | number) => `  ${name.padEnd(WIDTH)} ${String(value)}`;
const rows = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, value]) => row(name, value));

/** The report for a person. */
export function printReport(report: CrashReport): string {
  const { inbound, faults } = report;
  const total = Object.values(report.kills).reduce((sum, count) => sum + count, 0);
  return [
    `${String(total)} kills in ${String(report.seconds)} s, seed ${String(report.seed)}`,
    ...rows(report.kills),
    'Traffic',
    row('patients', report.patients),
    row('texts of patients', inbound.texts),
    row('… webhooks posted', inbound.posts),
    row('… found by listing', inbound.unannounced),
    row('texts on handsets', report.outbound),
    row('faults of the carrier', report.carrierFaults),
    'Uncertain messages looked up',
    ...rows(report.looks),
    ...(Object.keys(report.loggedErrors).length === 0 ? [] : ['Errors logged', ...rows(report.loggedErrors)]),
    'Must be 0',
    ...FAULT_KINDS.map((kind) => row(kind, faults.filter((fault) => fault.kind === kind).length)),
    row('strange ends', report.strangeEnds.length),
    ...faults.slice(0, SHOWN_FAULTS).map(({ kind, detail }) => `! ${kind}: ${detail}`),
    ...report.strangeEnds.map((end) => `! ${end}`),
    ...(report.settled ? [] : ['! did not settle']),
    passed(report)
      ? 'Nothing lost, nothing repeated, nothing out of order.'
      : `FAILED. Again: npm run crash-test -- --kills ${String(total)} --seed ${String(report.seed)}`,
    '',
  ].join('\n');
}

/** The report for a machine: one line of JSON, without the records themselves. */
export function jsonReport(report: CrashReport): string {
  const { faults } = report;
  const counts = Object.fromEntries(
    FAULT_KINDS.map((kind) => [kind, faults.filter((fault) => fault.kind === kind).length]),
  );
  return `${JSON.stringify({ passed: passed(report), ...report, evidence: undefined, counts, faults })}\n`;
}
