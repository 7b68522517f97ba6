import type { TurnKit } from '../bot/turn/kit.ts';
import { createTurnService } from '../bot/turn/service.ts';
import { MINUTE } from '../domain/clock.ts';
import type { WorkItem } from '../domain/conversation.ts';
import { fromLocal, parseDate, toLocal } from '../domain/zoned-time.ts';
import type { ConversationView, StayRow, Store, TurnCommit } from '../store/store.ts';
import type { Got } from './check.ts';
import { type Dialogue, durationMs } from './dialogue.ts';
import { isoLocal } from './iso-local.ts';

/** One line of the transcript that is printed. */
export interface TranscriptLine {
  readonly at: string;
  readonly from: 'contact' | 'bot';
  readonly text: string;
}

export interface Played {
  readonly got: Got;
  readonly transcript: readonly TranscriptLine[];
}

/** A work item as the dialogue files name it; a handoff and a note are no request. */
function requestOf({ kind, text, details }: WorkItem): Readonly<Record<string, unknown>>[] {
  if (kind === 'callback') return [{ kind, question: text, ...details }];
  return kind === 'appointment' ? [{ kind, ...details }] : [];
}

/** A virtual clock that only the player moves. */
class VirtualClock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  moveTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }
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
 * Plays one dialogue through the turn code of the service: virtual clock, in-memory store, timers fired in order. Each turn
 * comes one minute after the last reply; a `wait` lets time pass and due timers run.
 */
export class Player {
  readonly #dialogue: Dialogue;
  readonly #run: number;
  readonly #kit: TurnKit;
  readonly #store: Store;
  readonly #clock: VirtualClock;
  readonly #transcript: TranscriptLine[] = [];
  readonly #replies: string[][] = [[]];
  #conversationId: string | undefined;
  #counter = 0;

  constructor(dialogue: Dialogue, kit: TurnKit, store: Store, run = 0) {
    this.#dialogue = dialogue;
    this.#run = run;
    this.#kit = { ...kit, defaultLanguage: dialogue.lang, settleMs: () => 0 };
    this.#store = store;
    this.#clock = new VirtualClock(Date.parse(dialogue.now));
  }

  async play(): Promise<Played> {
    const service = createTurnService({
      store: this.#store,
      clock: this.#clock,
      ids: { next: () => `${String(this.#run)}-${String((this.#counter += 1))}` },
      kit: () => this.#kit,
      onCommitted: (commit) => {
        this.#note(commit);
      },
    });
    if (this.#dialogue.flow === 'followup') {
      const stay = stayOf(this.#dialogue, this.#kit.settings.zone, this.#run);
      await this.#store.directory.addStays([stay], this.#clock.now());
      await service.open(stay);
    }
    for (const turn of this.#dialogue.turns) {
      this.#replies.push([]);
      if (typeof turn === 'string') await this.#write(turn, (message) => service.receive(message));
      else await this.#wait(durationMs(turn.wait), service.fire.bind(service));
    }
    return this.#result();
  }

  async #write(text: string, receive: ReturnType<typeof createTurnService>['receive']): Promise<void> {
    this.#clock.moveTo(this.#clock.now() + MINUTE);
    this.#transcript.push({ at: this.#iso(), from: 'contact', text });
    await receive({
      channel: this.#dialogue.channel ?? (this.#dialogue.flow === 'followup' ? 'sms' : 'web'),
      address: addressOf(this.#dialogue, this.#run),
      externalId: `${String(this.#run)}-${String(this.#replies.length)}`,
      text,
      receivedAt: this.#clock.now(),
    });
  }

  async #wait(length: number, fire: ReturnType<typeof createTurnService>['fire']): Promise<void> {
    const end = this.#clock.now() + length;
    for (;;) {
      const [timer] = await this.#store.timers.due(end, 1);
      if (timer === undefined) break;
      this.#clock.moveTo(timer.due);
      await fire(timer);
    }
    this.#clock.moveTo(end);
  }

  #note(commit: TurnCommit): void {
    this.#conversationId = commit.record.id;
    for (const message of commit.messages) {
      if (message.direction !== 'out') continue;
      this.#replies.at(-1)?.push(message.text);
      this.#transcript.push({ at: this.#iso(), from: 'bot', text: message.text });
    }
  }

  #iso(): string {
    return isoLocal(this.#clock.now(), this.#kit.settings.zone);
  }

  async #result(): Promise<Played> {
    const id = this.#conversationId;
    const view = id === undefined ? undefined : await this.#store.views.view(id);
    if (view === undefined) throw new Error(`dialogue ${this.#dialogue.id} made no conversation`);
    // Nothing of this dialogue may fall due in the next one that uses the store.
    for (const timer of view.timers) await this.#store.timers.drop(timer);
    return { got: this.#got(view), transcript: this.#transcript };
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
      resumeAt: record.resumeAt === null ? null : isoLocal(record.resumeAt, this.#kit.settings.zone),
      replies: this.#replies.map((texts) => texts.join('\n')),
      sent: this.#replies.flat().length,
    };
  }
}
