import type { CellValue, Sheet } from '../../../documents/index.ts';
import type { RegisterRecord } from '../../../domain/register.ts';
import { localDate } from '../../../domain/zoned-time.ts';
import { isOverdue } from '../../../registers/deadline.ts';
import { type PraiseCount, praiseByDepartment, praiseByPerson } from '../../../registers/praise.ts';
import type { StaffMember } from '../../../registers/praised.ts';
import { concernsText, minuteText, type PrintScene } from './form-sheet.ts';
import { FORM_WORDS, type FormWords } from './form-words.ts';

function sheetOf(title: string, scene: PrintScene, blocks: Sheet['blocks']): Sheet {
  const { language, hospital, by, at, zone } = scene;
  return { title, subtitle: hospital, orientation: 'landscape', language, blocks, printed: { by, at, zone } };
}

/** The register as a list, one row an entry. */
export function registerSheet(entries: readonly RegisterRecord[], scene: PrintScene): Sheet {
  const t = FORM_WORDS[scene.language];
  const today = localDate(scene.at, scene.zone);
  const columns = [
    [t.number, 1],
    [t.received, 1.4],
    [t.contact, 0.9],
    [t.phone, 1.2],
    [t.patient, 0.9],
    [t.concerned, 1.6],
    [t.content, 3.4],
    [t.category, 1.1],
    [t.severity, 0.8],
    [t.department, 1.2],
    [t.due, 1],
    [t.status, 0.9],
    [t.finding, 2],
    [t.reply, 2],
    [t.settled, 0.8],
  ] as const;
  const rows = entries.map((entry) => entryCells(entry, t, { zone: scene.zone, today }));
  return sheetOf(t.listTitle, scene, [
    { type: 'table', columns: columns.map(([title, width]) => ({ title, width })), rows },
  ]);
}

function entryCells(entry: RegisterRecord, t: FormWords, place: { zone: string; today: string }): readonly CellValue[] {
  const late = isOverdue(entry, place.today) ? ` ${t.overdue}` : '';
  return [
    entry.number,
    minuteText(entry.receivedAt, place.zone),
    entry.contactName,
    entry.phone,
    entry.patientName,
    concernsText(entry, t),
    entry.text,
    entry.categories.map((one) => t.categories[one]).join('、'),
    t.severities[entry.severity],
    [entry.department, ...entry.coDepartments].filter((one) => one !== '').join('、'),
    entry.dueOn === null ? null : `${entry.dueOn}${entry.dueProvisional ? t.provisional : ''}${late}`,
    t.statuses[entry.status],
    entry.findings.map(({ text }) => text).join('\n'),
    entry.reply?.text ?? null,
    entry.settled === null ? null : entry.settled ? t.yes : t.no,
  ];
}

/** Praise of one month: by person, by department, and each one. */
export function praiseSheet(
  entries: readonly RegisterRecord[],
  { month, staff }: { readonly month: string; readonly staff: readonly StaffMember[] },
  scene: PrintScene,
): Sheet {
  const t = FORM_WORDS[scene.language];
  const named = (counts: readonly PraiseCount[]) =>
    counts.map(({ name, department, count, numbers }) => [
      name === '' ? department : (t.concerns[name] ?? name),
      name === '' ? null : department,
      count,
      numbers.join('、'),
    ]);
  const columns = [
    { title: t.praised, width: 2 },
    { title: t.department, width: 1.5 },
    { title: t.count, width: 0.7, format: 'integer' as const },
    { title: t.number, width: 3 },
  ];
  return sheetOf(`${t.praiseListTitle}　${month}`, scene, [
    { type: 'table', title: t.byPerson, columns, rows: named(praiseByPerson(entries, staff)) },
    { type: 'table', title: t.byDepartment, columns, rows: named(praiseByDepartment(entries)) },
    {
      type: 'table',
      title: t.praiseTitle,
      columns: [
        { title: t.number, width: 1 },
        { title: t.received, width: 1.3 },
        { title: t.praised, width: 1.8 },
        { title: t.patient, width: 0.9 },
        { title: t.content, width: 3.5 },
        { title: t.handled, width: 2 },
      ],
      rows: entries.map((entry) => [
        entry.number,
        minuteText(entry.receivedAt, scene.zone),
        concernsText(entry, t),
        entry.patientName,
        entry.text,
        entry.handled,
      ]),
    },
  ]);
}
