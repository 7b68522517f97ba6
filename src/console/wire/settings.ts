import type { FlowId } from '../../domain/conversation.ts';
import type { Language } from '../../domain/language.ts';
import type { Answer } from '../../domain/vocabulary.ts';

/** One thing that is wrong with a file: where, what stands there, what is allowed; `line` and `column` count from 1. */
export interface SettingsFault {
  readonly path: string;
  readonly value: string;
  readonly allowed: string;
  readonly line: number;
  readonly column: number;
}

/** One value that two versions do not share, as text; null on the side that lacks it. */
export interface SettingsDifference {
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** flows.config.json as it is on disk. */
export interface FlowsView {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly text: string;
  /** Stands for this text; goes back with what is published on it. */
  readonly base: string;
  /** Number of the version in the history. */
  readonly version: number;
  /** This version was not published here: somebody changed the file by hand, or it is the first one. */
  readonly changedOnDisk: boolean;
  /** The service runs with exactly this text. */
  readonly inForce: boolean;
  /** Why something that it says is not in force. */
  readonly held: readonly string[];
}

/** Open conversations that a change touches. */
export interface AffectedConversations {
  readonly flows: readonly { readonly flow: FlowId; readonly count: number }[];
  /** Those that stand at a question which is worded differently or gone. */
  readonly questions: readonly {
    readonly id: string;
    readonly change: 'changed' | 'removed';
    readonly count: number;
  }[];
}

/** What would come of publishing a text. */
export interface FlowsCheck {
  readonly faults: readonly SettingsFault[];
  /** Lines on what would not be in force, because `npm run -s teach` has not accepted it. */
  readonly held: readonly string[];
  /** Against what is on disk. */
  readonly differences: readonly SettingsDifference[];
  /** Paths whose change concerns emergencies and self-harm; to be looked at twice. */
  readonly safety: readonly string[];
  /** Null while there are faults. */
  readonly affected: AffectedConversations | null;
}

export interface SettingsVersionView {
  readonly number: number;
  readonly at: number;
  /** Name of the account; null when the file was changed by hand. */
  readonly who: string | null;
  readonly why: string;
  readonly source: 'console' | 'disk';
  readonly restores: number | null;
}

/** One version with what it changed. */
export interface SettingsVersionDetail extends SettingsVersionView {
  readonly text: string;
  /** Against the version before it. */
  readonly differences: readonly SettingsDifference[];
}

/** One dialogue that does not come out as its file says. */
export interface TrialFailure {
  readonly id: string;
  readonly file: string;
  readonly failures: readonly string[];
  readonly transcript: readonly { readonly from: 'contact' | 'bot' | 'staff'; readonly text: string }[];
}

/** A text tried against the dialogue files. */
export interface Trial {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Dialogues that come out as the files say: with what is in force, and with the text. */
  readonly before: number;
  readonly after: number;
  /** Those that come out with what is in force and no longer with the text. */
  readonly broken: readonly TrialFailure[];
  /** Those that come out with neither. */
  readonly failing: readonly TrialFailure[];
  /** Ids of those that only the text gets right. */
  readonly mended: readonly string[];
}

/** POST /api/settings/trials/find {text}: null: the text was not tried. */
export interface TriedView {
  readonly trial: Trial | null;
}

/** A chat with a text of the settings, in memory only. */
export interface Simulation {
  readonly id: string;
  /** Epoch ms by the clock of the chat. */
  readonly now: number;
  readonly lines: readonly {
    readonly from: 'contact' | 'bot';
    readonly text: string;
    readonly at: number;
    readonly options: readonly string[];
    readonly readings: readonly string[];
  }[];
  readonly state: string;
  readonly outcome: string | null;
  readonly resumeAt: number | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly handoff: { readonly reason: string; readonly priority: string } | null;
  readonly registers: readonly { readonly kind: string; readonly text: string }[];
  readonly requests: readonly { readonly kind: string; readonly text: string }[];
}

export interface SimulationWish {
  readonly flow: 'followup' | 'consultation';
  readonly language: Language;
}

export interface CampaignView {
  readonly paused: boolean;
  /** The last pause or resume, where it is known. */
  readonly last: { readonly who: string; readonly at: number; readonly why: string } | null;
  /** Follow-ups by state, cancelled ones by reason: `planned`, `open`, `done`, `cancelled.deceased` … */
  readonly followUps: Readonly<Record<string, number>>;
  readonly sendingHours: { readonly from: string; readonly to: string };
  readonly perDay: number;
  readonly perWeek: number;
}

export type ImportRowAction = 'accept' | 'normalise' | 'reject' | 'skip';

/** One row of a discharge list as the check or the import decided on it; names and numbers are masked. */
export interface ImportRow {
  readonly record: number;
  readonly recordNo: string;
  readonly action: ImportRowAction;
  readonly code: string | null;
  readonly field: string | null;
  readonly changes: readonly { readonly field: string; readonly code: string; readonly to: string | null }[];
  readonly notes: readonly string[];
}

/** Counts of a check or an import; the same as `npm run import` reports. */
export interface ImportCounts {
  readonly today: string;
  readonly encoding: string;
  readonly absentColumns: readonly string[];
  readonly records: number;
  readonly blank: number;
  readonly imported: number;
  readonly accept: number;
  readonly normalise: number;
  readonly reject: { readonly total: number; readonly byCode: Readonly<Record<string, number>> };
  readonly skip: { readonly total: number; readonly byCode: Readonly<Record<string, number>> };
  readonly patients: number;
  readonly under18: number;
  readonly phones: number;
  readonly due: number;
  readonly dueWithin7: number;
  readonly windowPassed: number;
  readonly byDepartment: Readonly<Record<string, number>>;
}

/** A discharge list on its way: uploaded, checked, imported. */
export interface ImportView {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  /** Stands for the content; goes back with the confirmation. */
  readonly hash: string;
  readonly state: 'checking' | 'checked' | 'importing' | 'imported' | 'failed';
  /** 0 to 1 of the step that is under way. */
  readonly progress: number;
  /** Of the last step that ended. */
  readonly counts: ImportCounts | null;
  /** Why it failed, or null. */
  readonly failure: { readonly code: string; readonly details: readonly string[] } | null;
  /** When the same file was imported before, epoch ms; null: never. */
  readonly importedBefore: number | null;
}

export interface ImportLogRow {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** The knowledge base in force, and what is wrong with the file. */
export interface KnowledgeView {
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly updatedOn: string;
  readonly counts: Readonly<Record<'departments' | 'offices' | 'doctors' | 'prices' | 'faq', number>>;
  /** Of the file on disk; while there are any, the service goes on with the one before. */
  readonly faults: readonly string[];
  /** What should be looked at: doubtful entries. */
  readonly warnings: readonly { readonly path: string; readonly message: string }[];
  /** Entries that are past their `validUntil` and are not given any more. */
  readonly expired: readonly { readonly path: string; readonly name: string; readonly validUntil: string }[];
}

export interface KnowledgeSheetChanges {
  readonly sheet: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly {
    readonly name: string;
    readonly cells: readonly { readonly header: string; readonly from: string; readonly to: string }[];
  }[];
  readonly reordered: boolean;
}

/** A workbook that was read and not taken over yet. */
export interface KnowledgeDraft {
  readonly id: string;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  /** Null when there is nothing to compare with. */
  readonly changes: readonly KnowledgeSheetChanges[] | null;
}

/** Somebody of the staff as messages can mean them. */
export interface RosterPerson {
  readonly name: string;
  readonly role: 'doctor' | 'nurse';
  readonly departments: readonly string[];
  readonly sources: readonly ('knowledge' | 'discharges' | 'settings')[];
  readonly hidden: boolean;
}

export interface RosterView {
  readonly people: readonly RosterPerson[];
  readonly departments: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    /** Building and floor as the knowledge base has them. */
    readonly place: string;
  }[];
}

/** GET /api/settings/calendar. `missing`: the year whose holidays have to be entered; null: none. */
export interface CalendarState {
  readonly missing: number | null;
}
