import type { TurnKit } from '../bot/turn/kit.ts';
import { MINUTE } from '../domain/clock.ts';
import type { WorkItem } from '../domain/conversation.ts';
import { fromLocal, parseDate, toLocal } from '../domain/zoned-time.ts';
import type { ConversationView, StayRow, Store, TurnCommit } from '../store/store.ts';
import type { Got } from './check.ts';
import { type Dialogue, type DialogueTurn, durationMs } from './dialogue.ts';
import { isoLocal } from './iso-local.ts';
import { Rehearsal } from './rehearsal.ts';

/** One line of the transcript that is printed. */
export interface TranscriptLine {
  readonly at: string;
  readonly from: 'contact' | 'bot' | 'staff';
  readonly text: string;
}

export interface Played {
  readonly got: Got;
  readonly transcript: readonly TranscriptLine[];
  /** What is stored of the conversation in the end. */
  readonly view: ConversationView;
}

/** Hears of everything that is committed while a dialogue is played. `turn`: index of the turn, -1 = the opening. */
export interface Watch {
  readonly onCommitted: (commit: TurnCommit, turn: number) => void;
  readonly onFault: (error: unknown, turn: number) => void;
}

/** A work item as the dialogue files name it; a handoff and a note are no request. */
function requestOf({ kind, text, details }: WorkItem): Readonly<Record<string, unknown>>[] {
  if (kind === 'callback') return [{ kind, question: text, ...details }];
  return kind === 'appointment' ? [{ kind, ...details }] : [];
}

/** Dialogues that share a store are told apart by the number of their run; some share a phone number, or an id in two files. */
function addressOf({ flow, channel, patient }: Dialogue, run: number): string {
  // Who writes first by SMS has a number, which an appointment and a callback take.
  if (flow === 'consultation' && channel === 'sms') return `+86139${String(run).padStart(8, '0')}`;
  return `${String(run)} ${patient?.phone ?? 'visitor'}`;
}

function stayOf(dialogue: Dialogue, zone: string, run: number): StayRow {
  const { patient } = dialogue;
  if (patient === undefined) throw new Error('a follow-up has a patient');
  const discharged = parseDate(patient.dischargedOn) ?? toLocal(Date.parse(dialogue.now), zone);
  return {
    facts: {
      stayId: `stay-${String(run)}`,
      patientId: `patient-${String(run)}`,
      patientName: patient.name,
      gender: patient.gender,
      department: patient.department,
      dischargedOn: patient.dischargedOn,
      minor: false,
    },
    recordNo: String(run),
    admittedOn: null,
    disposition: '',
    channel: dialogue.channel ?? 'sms',
    address: addressOf(dialogue, run),
    secondPhone: null,
    relation: { language: dialogue.lang },
    flags: [],
    followUpAt: Date.parse(dialogue.now),
    followUp: 'planned',
    cancelReason: null,
    windowEnd: fromLocal({ ...discharged, day: discharged.day + 30 }, 21 * 60, zone),
  };
}

/**
 * Plays one dialogue through the turn code of the service. Each turn comes one minute after the last reply; a `wait` lets time
 * pass and due timers run.
 */
export class Player {
  readonly #dialogue: Dialogue;
  readonly #run: number;
  readonly #zone: string;
  readonly #store: Store;
  readonly #rehearsal: Rehearsal;
  readonly #transcript: TranscriptLine[] = [];
  readonly #replies: string[][] = [[]];
  #watch: Watch | undefined;

  constructor(dialogue: Dialogue, kit: TurnKit, store: Store, run = 0) {
    this.#dialogue = dialogue;
    this.#run = run;
    this.#zone = kit.settings.zone;
    this.#store = store;
    this.#rehearsal = new Rehearsal({
      kit,
      store,
      run,
      language: dialogue.lang,
      channel: dialogue.channel ?? (dialogue.flow === 'followup' ? 'sms' : 'web'),
      address: addressOf(dialogue, run),
      start: Date.parse(dialogue.now),
      onCommitted: (commit) => {
        this.#note(commit);
        this.#watch?.onCommitted(commit, this.#turn());
      },
      onFault: (error) => this.#watch?.onFault(error, this.#turn()),
    });
  }

  async play(watch?: Watch): Promise<Played> {
    this.#watch = watch;
    if (this.#dialogue.flow === 'followup') await this.#rehearsal.open(stayOf(this.#dialogue, this.#zone, this.#run));
    for (const turn of this.#dialogue.turns) {
      this.#replies.push([]);
      await this.#happen(turn);
    }
    return this.#result();
  }

  #turn(): number {
    return this.#replies.length - 2;
  }

  async #happen(turn: DialogueTurn): Promise<void> {
    if (typeof turn === 'string') {
      this.#heard(turn);
      await this.#rehearsal.write(turn);
    } else if ('wait' in turn) {
      await this.#rehearsal.wait(durationMs(turn.wait));
    } else if ('burst' in turn) {
      for (const text of turn.burst) this.#heard(text);
      await this.#rehearsal.burst(turn.burst);
    } else if ('staff' in turn) {
      await this.#rehearsal.staff(turn);
    } else {
      await this.#rehearsal.undelivered(turn.undelivered);
    }
  }

  #heard(text: string): void {
    this.#transcript.push({ at: this.#iso(MINUTE), from: 'contact', text });
  }

  #note(commit: TurnCommit): void {
    for (const message of commit.messages) {
      if (message.author === 'staff') this.#transcript.push({ at: this.#iso(), from: 'staff', text: message.text });
      if (message.author !== 'bot') continue;
      this.#replies.at(-1)?.push(message.text);
      this.#transcript.push({ at: this.#iso(), from: 'bot', text: message.text });
    }
  }

  #iso(later = 0): string {
    return isoLocal(this.#rehearsal.now() + later, this.#zone);
  }

  async #result(): Promise<Played> {
    const view = await this.#rehearsal.view();
    if (view === undefined) throw new Error(`dialogue ${this.#dialogue.id} made no conversation`);
    // Nothing of this dialogue may fall due in the next one that uses the store.
    for (const timer of view.timers) await this.#store.timers.drop(timer);
    return { got: this.#got(view), transcript: this.#transcript, view };
  }

  #got(view: ConversationView): Got {
    const { record } = view;
    return {
      state: record.state,
      outcome: record.outcome,
      respondent: record.respondent,
      answers: record.answers,
      registers: view.registers.map((entry) => entry.kind),
      handoff: record.handoff === null ? null : { reason: record.handoff.reason, priority: record.handoff.priority },
      requests: view.workItems.filter(({ status }) => status !== 'cancelled').flatMap(requestOf),
      resumeAt: record.resumeAt === null ? null : isoLocal(record.resumeAt, this.#zone),
      replies: this.#replies.map((texts) => texts.join('\n')),
      sent: this.#replies.flat().length,
    };
  }
}
