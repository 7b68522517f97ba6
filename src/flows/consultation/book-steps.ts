import type { Details } from '../../bot/appointment/appointment.types.ts';
import type { Appointment, Named } from '../../domain/appointment.ts';
import { phrase } from '../shared/acks.ts';
import { hasFacts } from './book-facts.ts';
import { type Filled, type Hitch, lacks } from './booking.ts';
import type { Draft } from './context.ts';
import { replyWords } from './reply-words.ts';
import { handOver } from './talk-rules.ts';
import type { Principal, Turn } from './turn.ts';
import { askWords, hitchWords, summaryWords } from './words.ts';

/** So often the same may be asked before a person helps. */
const PATIENCE = 3;

/** The question is answered, then the appointment goes on. */
export function inBetween(turn: Turn, draft: Draft): Principal {
  const { after, consulted } = turn;
  const answer = replyWords(consulted.reply, after);
  const asked = lacks(draft);
  after.draft = draft;
  return asked === null
    ? { type: 'CONFIRM', parts: [...answer, phrase('confirmAgain')] }
    : { type: 'BOOK', parts: [...answer, askWords(asked, draft, turn.desk)] };
}

/** Takes the facts in and asks for what is next: the next fact, or whether the whole is right. */
export function goOn(turn: Turn, { draft, hitch }: Filled, details: Details): Principal {
  const { before, after } = turn;
  const wasKnown = before.draft === null ? null : lacks(before.draft);
  after.draft = draft;
  if (draft.department !== null) {
    after.suggested = [draft.department];
    after.topic = topicOf(draft.department, draft.doctor);
  }
  if (hitch !== null) return hindered(turn, draft, hitch);
  const asked = lacks(draft);
  const gained = before.draft === null || asked !== wasKnown || hasFacts(details, before.draft);
  after.stuck = gained ? 0 : before.stuck + 1;
  if (after.stuck >= PATIENCE) return handOver(turn, { reason: 'not_understood', priority: 'normal' });
  after.asked = asked ?? 'confirm';
  const words = asked === null ? summaryWords(draft) : askWords(asked, draft, turn.desk);
  return { type: asked === null ? 'CONFIRM' : 'BOOK', parts: [words] };
}

/** 他的号多少钱, asked in between, is about the doctor of the appointment. */
function topicOf(department: Named, doctor: Named | null): Turn['after']['topic'] {
  const entity = doctor === null ? `department:${department.id}` : `doctor:${doctor.id}`;
  return { entities: [entity], attribute: null, day: null };
}

function hindered(turn: Turn, draft: Draft, hitch: Hitch): Principal {
  const { after } = turn;
  after.stuck = 0;
  after.asked = ASKED[hitch.type];
  if (hitch.type === 'choose') after.among = hitch.among;
  return { type: 'BOOK', parts: [hitchWords(hitch, draft)] };
}
const ASKED = {
  choose: 'place',
  notBookable: 'place',
  past: 'day',
  far: 'day',
  closed: 'day',
  holiday: 'day',
  pick: 'day',
  brokenPhone: 'phone',
} as const satisfies Record<Hitch['type'], string>;

/** Something in the summary is wrong. Until it is shown anew, a yes is none to it, and a bare name is the right one. */
export function again(turn: Turn, draft: Draft): Principal {
  const { after, before } = turn;
  after.draft = draft;
  after.asked = 'name';
  after.stuck = before.stuck + 1;
  if (after.stuck >= PATIENCE) return handOver(turn, { reason: 'not_understood', priority: 'normal' });
  return { type: 'CONFIRM', parts: [phrase('askWhatToChange')] };
}

/** The contact has said yes to the summary: only now the request exists. */
export function confirm(turn: Turn, draft: Draft): Principal {
  const { before, after, effects } = turn;
  const { department, doctor, date, half, name, phone, changes } = draft;
  if (department === null || date === null || name === null || phone === null)
    throw new Error('an appointment is confirmed before it is complete');
  const appointment: Appointment = { department, doctor, date, half, name, phone };
  const ref = changes ?? before.booked.length;
  after.booked = changes === null ? [...before.booked, appointment] : before.booked.with(changes, appointment);
  after.draft = null;
  after.asked = null;
  after.phone = phone;
  effects.push({ type: 'request', kind: 'appointment', ref, appointment });
  return { type: 'REPLY', parts: [phrase(changes === null ? 'appointmentNoted' : 'appointmentChanged')] };
}
