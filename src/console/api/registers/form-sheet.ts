import { type FormCell, label, type Sheet, value } from '../../../documents/index.ts';
import type { Language } from '../../../domain/language.ts';
import type { RegisterRecord, RegisterStep } from '../../../domain/register.ts';
import { findingStands, standingSignature } from '../../../domain/register-signatures.ts';
import { localDate, minuteOfDay } from '../../../domain/zoned-time.ts';
import { FORM_WORDS, type FormWords } from './form-words.ts';

/** What a printed sheet needs besides its content. */
export interface PrintScene {
  readonly language: Language;
  readonly hospital: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly zone: string;
}

/** Rows of a form are four cells wide. */
const COLUMNS = [1.1, 1.9, 1.1, 1.9];
const WIDE = { across: 3 } as const;

/** `2026-11-23 09:05` on the hospital's clock. */
export function minuteText(at: number, zone: string): string {
  const minute = minuteOfDay(at, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${localDate(at, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Whom and what an entry concerns, as people read it. */
export function concernsText({ concernedDepartment, concerns }: RegisterRecord, t: FormWords): string {
  return [concernedDepartment, ...concerns.map((one) => t.concerns[one] ?? one)].filter((one) => one !== '').join('、');
}

/** 投诉（意见）登记表 or 表扬登记表: the columns of the paper forms in their order (handbook section 6). */
export function formSheet(entry: RegisterRecord, scene: PrintScene): Sheet {
  const t = FORM_WORDS[scene.language];
  const titles = { complaint: t.complaintTitle, suggestion: t.suggestionTitle, praise: t.praiseTitle };
  const rows = [
    ...headRows(entry, t, scene.zone),
    ...(entry.kind === 'praise' ? praiseRows(entry, t, scene.zone) : complaintRows(entry, t, scene.zone)),
  ];
  return {
    ...heading(scene, titles[entry.kind]),
    corner: `${t.number}：${entry.number}`,
    orientation: 'portrait',
    language: scene.language,
    blocks: [{ type: 'form', columns: COLUMNS, rows }],
    printed: { by: scene.by, at: scene.at, zone: scene.zone },
  };
}

/** A Chinese form names the hospital before its own name, in one line; an English one below. */
function heading({ hospital, language }: PrintScene, title: string): Pick<Sheet, 'title' | 'subtitle'> {
  return language === 'en' ? { title, subtitle: hospital } : { title: `${hospital}${title}` };
}

type Rows = readonly (readonly FormCell[])[];

function headRows(entry: RegisterRecord, t: FormWords, zone: string): Rows {
  const { followedUpAt, receivedAt, receivedThrough } = entry;
  const concerned = entry.kind === 'praise' ? t.praised : t.concerned;
  return [
    [label(t.contact), value(entry.contactName), label(t.relation), value(entry.relation)],
    [label(t.patient), value(entry.patientName), label(t.recordNo), value(entry.recordNo)],
    [
      label(t.phone),
      value(entry.phone),
      label(t.followedUp),
      value(followedUpAt === null ? null : minuteText(followedUpAt, zone)),
    ],
    [label(concerned), value(concernsText(entry, t)), label(t.address), value(entry.address)],
    [
      label(t.received),
      value(`${minuteText(receivedAt, zone)} ${t.channels[receivedThrough]}`),
      label(t.officer),
      value(entry.handler?.name ?? null),
    ],
    [label(entry.kind === 'praise' ? t.praiseContent : t.content), value(entry.text, { ...WIDE, lines: 4 })],
  ];
}

function complaintRows(entry: RegisterRecord, t: FormWords, zone: string): Rows {
  const { categories, dueOn, reply, settled } = entry;
  const signed = (step: RegisterStep) => signature(entry, step, t, zone);
  const departments = [entry.department, ...entry.coDepartments].filter((one) => one !== '').join('、');
  const due = dueOn === null ? null : `${dueOn}${entry.dueProvisional ? t.provisional : ''}`;
  const said = settled === null ? null : `${settled ? t.yes : t.no} ${entry.settledWords}`.trim();
  const answer = reply === null ? null : `${reply.text}\n${minuteText(reply.at, zone)} ${t.channels[reply.channel]}`;
  return [
    [
      label(t.category),
      value(categories.map((one) => t.categories[one]).join('、')),
      label(t.severity),
      value(t.severities[entry.severity]),
    ],
    [label(t.department), value(departments), label(t.due), value(due)],
    [label(t.proposal), value(entry.proposal, { ...WIDE, lines: 2, foot: signed('approve') })],
    [label(t.opinion), value(entry.opinion, { ...WIDE, lines: 2, foot: blankSignature(t) })],
    ...findingRows(entry, t, zone),
    [label(t.facts), value(entry.facts, { ...WIDE, lines: 2 })],
    [label(t.instruction), value(entry.instruction, { ...WIDE, lines: 2, foot: signed('instruct') })],
    [label(t.improvement), value(entry.improvement, { ...WIDE, lines: 2 })],
    [label(t.reply), value(answer, { ...WIDE, lines: 2, foot: signed('close') })],
    [label(t.settled), value(said), label(t.returnVisit), value(entry.returnVisit)],
    [label(t.remarks), value(entry.remarks, WIDE)],
  ];
}

function praiseRows(entry: RegisterRecord, t: FormWords, zone: string): Rows {
  return [
    [label(t.handled), value(entry.handled, { ...WIDE, lines: 8, foot: signature(entry, 'conclude', t, zone) })],
    [
      label(t.instruction),
      value(entry.instruction, { ...WIDE, lines: 6, foot: signature(entry, 'instruct', t, zone) }),
    ],
    [label(t.remarks), value(entry.remarks, { ...WIDE, lines: 4 })],
  ];
}

/** Each department's finding with its own signature; a line to sign on where it was returned. */
function findingRows(entry: RegisterRecord, t: FormWords, zone: string): Rows {
  const { findings } = entry;
  if (findings.length === 0) return [[label(t.finding), value('', { ...WIDE, lines: 3, foot: blankSignature(t) })]];
  return findings.map((finding) => {
    const text = findings.length === 1 ? finding.text : `${finding.department}：${finding.text}`;
    const foot = findingStands(entry, finding) ? signatureOf(finding, t, zone) : blankSignature(t);
    return [label(t.finding), value(text, { ...WIDE, lines: 3, foot })];
  });
}

/** A line to sign on where nobody has. A step that was taken back is signed no more. */
function signature(entry: RegisterRecord, step: RegisterStep, t: FormWords, zone: string): string {
  const last = standingSignature(entry, step);
  return last === undefined ? blankSignature(t) : signatureOf(last, t, zone);
}

function signatureOf({ name, at }: { readonly name: string; readonly at: number }, t: FormWords, zone: string): string {
  return `${t.signature}：${name}    ${t.date}：${localDate(at, zone)}`;
}

function blankSignature(t: FormWords): string {
  return `${t.signature}：____________    ${t.date}：____________`;
}
