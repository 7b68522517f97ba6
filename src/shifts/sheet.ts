import type { Block, Sheet } from '../documents/index.ts';
import type { Language } from '../domain/language.ts';
import {
  matterOf,
  type PacketPoint,
  POINT_SECTIONS,
  type PointCheck,
  type Shift,
  type ShiftSignature,
} from '../domain/shift.ts';
import { localDate, toLocal } from '../domain/zoned-time.ts';
import { PRINT_WORDS, type PrintWords } from './print-words.ts';

/** Where and for whom it is printed. */
export interface PrintScene {
  readonly language: Language;
  readonly hospital: string;
  readonly by: string;
  readonly at: number;
  readonly zone: string;
}

/** A handover on paper (A4), as it was signed. `points`: those that may be shown; they name no patient. */
export function handoverSheet(shift: Shift, points: readonly PacketPoint[], scene: PrintScene): Sheet {
  const words = PRINT_WORDS[scene.language];
  const checks = new Map(shift.acceptance?.checks.map((check) => [check.key, check]));
  const remarks = [
    [words.general, shift.packet?.general ?? ''],
    [words.incoming, shift.acceptance?.remark ?? ''],
    [words.review, shift.review?.remark ?? ''],
  ] as const;
  return {
    title: words.title,
    subtitle: `${scene.hospital}  ${shift.day}  ${shift.name}`,
    orientation: 'landscape',
    language: scene.language,
    blocks: [
      table(points, checks, words, { today: localDate(shift.packet?.at ?? scene.at, scene.zone), zone: scene.zone }),
      ...POINT_SECTIONS.flatMap((section): readonly Block[] => {
        const n = shift.packet?.more?.[section] ?? 0;
        const text = `${words.sections[section]}：${words.more.replace('{n}', String(n))}`;
        return n === 0 ? [] : [{ type: 'paragraph', style: 'body', text }];
      }),
      ...remarks
        .filter(([, text]) => text !== '')
        .map(([label, text]): Block => ({ type: 'paragraph', style: 'body', text: `${label}：${text}` })),
      signatures(shift, words, scene.zone),
    ],
    printed: { by: scene.by, at: scene.at, zone: scene.zone },
  };
}

function table(
  points: readonly PacketPoint[],
  checks: ReadonlyMap<string, PointCheck>,
  words: PrintWords,
  { today, zone }: { readonly today: string; readonly zone: string },
): Block {
  return {
    type: 'table',
    columns: [
      { title: words.status, width: 14 },
      { title: words.point, width: 44 },
      { title: words.due, width: 14 },
      { title: words.note, width: 20 },
      { title: words.check, width: 20 },
    ],
    rows: points.map((point, index) => [
      words.sections[point.section],
      describe(point, points[index - 1]),
      whenText(point, words, { today, zone }),
      point.note === '' ? null : point.note,
      checkText(checks.get(point.key), words),
    ]),
  };
}

/** Department and person stand with the first point of a matter; what follows of it is set off below. */
function describe(point: PacketPoint, above: PacketPoint | undefined): string {
  if (above !== undefined && matterOf(above) === matterOf(point)) return `└ ${point.text}`;
  return [point.department, point.who, point.text].filter((part) => part !== null && part !== '').join(' ');
}

function whenText(
  { at, dueOn }: PacketPoint,
  words: PrintWords,
  { today, zone }: { readonly today: string; readonly zone: string },
): string | null {
  if (dueOn !== null) return dueOn < today ? `${dueOn} ${words.overdue}` : dueOn;
  return at === null ? null : moment(at, zone);
}

function checkText(check: PointCheck | undefined, words: PrintWords): string | null {
  if (check === undefined) return null;
  if (check.recused) return `× ${words.recused}`;
  const mark = check.ok ? '√' : `× ${check.remark}`;
  return check.resolved ? `${mark} ${words.resolved}` : mark;
}

function signatures({ signedOut, acceptance, review }: Shift, words: PrintWords, zone: string): Block {
  const line = (role: string, signature: ShiftSignature | null) => ({
    role,
    name: signature?.name ?? null,
    date: signature === null ? null : moment(signature.at, zone),
  });
  return {
    type: 'signatures',
    lines: [line(words.out, signedOut), line(words.in, acceptance), line(words.reviewer, review)],
  };
}

function moment(at: number, zone: string): string {
  const { hour, minute } = toLocal(at, zone);
  return `${localDate(at, zone)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
