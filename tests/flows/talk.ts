import type { AppointmentBook } from '../../src/bot/appointment/appointment.types.ts';
import { step } from '../../src/bot/engine/step.ts';
import { DAY } from '../../src/domain/clock.ts';
import type { SnapshotEnvelope } from '../../src/domain/conversation.ts';
import type { Effect, PhraseRef } from '../../src/domain/effect.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { FlowTimerKind } from '../../src/domain/timer.ts';
import type { Flow, FlowEvent, FlowSettings, StepEnv, StepResult } from '../../src/flows/flow.ts';
import { followup } from '../../src/flows/followup/flow.ts';

/** 2026-11-18 10:00 in Shanghai, a Wednesday. */
export const START = Date.parse('2026-11-18T10:00:00+08:00');
export const at = (local: string): number => Date.parse(`${local}:00+08:00`);

const SETTINGS: FlowSettings = {
  zone: 'Asia/Shanghai',
  sendingHours: { from: 540, to: 1260 },
  questions: [
    { id: 'doctor', type: 'rating', roles: ['doctor'] },
    { id: 'nurse', type: 'rating', roles: ['nurse'] },
    { id: 'overall', type: 'rating', roles: [] },
    { id: 'suggestions', type: 'free_text', roles: [] },
  ],
  reminderAfter: DAY,
  expireAfter: 2 * DAY,
  bereavementExpireAfter: 3 * DAY,
  staffHours: [{ weekdays: [1, 2, 3, 4, 5], hours: { from: 480, to: 1050 } }],
  calendar: { years: [] },
};

type Details = Partial<Record<string, unknown>>;

/** A finding by hand: confident, and covering nothing in particular, unless said otherwise. */
export function f(kind: Finding['kind'], details: Details = {}): Finding {
  return { kind, span: [0, 1], confidence: 0.95, evidence: 'test', ...DEFAULTS[kind], ...details } as Finding;
}
const DEFAULTS: Partial<Record<Finding['kind'], Details>> = {
  complaint: { text: '护士态度差', concerns: ['nurse'], hasFacts: true },
  praise: { text: '护士小陈很好', concerns: ['nurse'], hasFacts: true },
  suggestion: { text: '建议多装插座', concerns: ['facilities'], hasFacts: true },
  emergency: { tier: 'high' },
  self_harm: { tier: 'high' },
  deceased: { tier: 'high' },
  hospital_question: { text: '病历怎么复印' },
  appointment: { text: '我想挂号' },
  medical_question: { text: '伤口能沾水吗' },
  who_are_you: { about: 'identity' },
  no_opinion: { question: 'doctor', firmness: 'explicit' },
};
export const rating = (question: string, grade: string, details: Details = {}): Finding =>
  f('rating', { question, grade, ...details });
export const time = (local: string): Finding => f('contact_time', { at: at(local), precision: 'minute' });
export const bareComplaint = (details: Details = {}): Finding =>
  f('complaint', { text: '我要投诉', concerns: [], hasFacts: false, ...details });

export const ENV = (now: number, settings = SETTINGS): StepEnv => ({
  now,
  settings,
  record: { stay: null, relation: null, language: 'zh-CN' },
  phone: null,
  book: OPEN_DESK,
});

/** Every department but `lab` is open on all weekdays, mornings and afternoons; doctor `d1` on Mondays, in the morning. */
const OPEN_DESK: AppointmentBook = {
  isBookable: (id) => id !== 'lab',
  isHoliday: (date) => date === '2027-01-01',
  openDays({ doctorId }, now, within) {
    return Array.from({ length: within }, (_, days) => new Date(now + days * DAY))
      .filter((day) => (doctorId === null ? day.getUTCDay() % 6 !== 0 : day.getUTCDay() === 1))
      .map((day) => day.toISOString().slice(0, 10))
      .filter((date) => date !== '2027-01-01')
      .map((date) => ({ date, halves: doctorId === null ? ['morning', 'afternoon'] : ['morning'] }));
  },
};

/** A conversation in a test: every step goes through JSON, as it does through the store. */
export class Talk {
  now = START;
  snapshot: SnapshotEnvelope | null = null;
  result!: StepResult;
  readonly all: Effect[] = [];
  readonly flow: Flow;
  readonly settings: FlowSettings;

  constructor(flow: Flow = followup, settings: FlowSettings = SETTINGS) {
    this.flow = flow;
    this.settings = settings;
  }

  event(event: FlowEvent): this {
    const stored = this.snapshot === null ? null : (JSON.parse(JSON.stringify(this.snapshot)) as SnapshotEnvelope);
    this.result = step(this.flow, stored, event, ENV(this.now, this.settings));
    this.snapshot = this.result.snapshot;
    this.all.push(...this.result.effects);
    return this;
  }

  open(): this {
    return this.event({ type: 'open' });
  }

  /** The contact writes; one minute later than what was before. */
  says(...findings: Finding[]): this {
    return this.writes('原话', findings);
  }

  writes(
    text: string,
    findings: readonly Finding[] = [],
    more: Partial<Extract<FlowEvent, { type: 'message' }>> = {},
  ): this {
    this.now += 60_000;
    return this.event({ type: 'message', text, findings, ...more });
  }

  fires(timer: FlowTimerKind): this {
    const due = this.timer(timer);
    if (due !== undefined) this.now = due;
    return this.event({ type: 'timer', timer });
  }

  /** When a timer that was last set is due. */
  timer(kind: FlowTimerKind): number | undefined {
    const set = this.all.filter((effect) => effect.type === 'setTimer');
    return set.findLast((effect) => effect.timer === kind)?.due;
  }

  of<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return this.result.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  }

  get parts(): readonly PhraseRef[] {
    return this.of('say').flatMap((say) => say.parts);
  }

  /** The phrases of the last reply. */
  get said(): readonly string[] {
    return this.parts.map((part) => part.key);
  }

  get status(): StepResult['status'] {
    return this.result.status;
  }

  /** Kinds of the entries made so far; what was added to one makes none. */
  get entries(): readonly string[] {
    return this.all.flatMap((effect) =>
      effect.type === 'register' && effect.appendTo === undefined ? [effect.kind] : [],
    );
  }
}

export const opened = (): Talk => new Talk().open();
/** At the first rating question. */
export const atDoctor = (): Talk => opened().says(f('available'));
/** At the free-text question, everything satisfied. */
export const atSuggestions = (): Talk =>
  atDoctor().says(rating('doctor', 'satisfied'), rating('nurse', 'satisfied'), rating('overall', 'satisfied'));
export const completed = (): Talk => atSuggestions().says(f('decline'));
