import type { AskedFor } from '../../bot/appointment/appointment.types.ts';
import type { Choice, KnowledgeReply } from '../../bot/knowledge/inquiry.types.ts';
import type { PhraseKey } from '../../bot/phrases/registry.ts';
import type { Named } from '../../domain/appointment.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import { type Desk, type Hitch, nextOpen, placeOf } from './booking.ts';
import type { Draft } from './context.ts';

type Choose = Extract<KnowledgeReply, { type: 'choose' }>['about'];
type Which = Extract<KnowledgeReply, { type: 'which' }>['about'];

const CHOOSE: Readonly<Record<Choose, PhraseKey>> = {
  entry: 'chooseEntry',
  department: 'chooseDepartment',
  doctor: 'chooseDoctor',
  item: 'chooseEntry',
  attribute: 'chooseEntry',
};
const WHICH: Readonly<Record<Which, PhraseKey>> = {
  department: 'whichDepartment',
  doctor: 'whichDoctor',
  item: 'whichItem',
  matter: 'whichMatter',
};

/** A clarifying question with numbered choices, one a line; the numbers are buttons where the channel has them. */
export function chooseWords(about: Choose, choices: readonly Choice[]): PhraseRef {
  const options = choices.map(({ label }, index) => `${String(index + 1)} ${label}`);
  return { ...phrase(CHOOSE[about], { choices: `\n${options.join('\n')}` }), options };
}

export function whichWords(about: Which): PhraseRef {
  return phrase(WHICH[about]);
}

/** 可以先看消化内科: the first, and the others as further ones. */
export function suggestWords(departments: readonly Named[]): PhraseRef {
  const [first, ...others] = departments;
  const department = { names: first === undefined ? [] : [first] };
  return others.length === 0
    ? phrase('suggestDepartment', { department })
    : phrase('suggestDepartments', { department, others: { names: others } });
}

/** What is asked when this fact of the appointment is lacking. */
export function askWords(asked: Exclude<AskedFor, 'confirm' | null>, draft: Draft, desk: Desk): PhraseRef {
  switch (asked) {
    case 'place':
      return phrase('askPlace');
    case 'day': {
      const open = nextOpen(draft, desk);
      const place = placeOf(draft);
      return open.length === 0 ? phrase('noOpenDay', { place }) : phrase('askDay', { place, days: { days: open } });
    }
    case 'name':
      return phrase('askName');
    case 'phone':
      return phrase('askPhone');
  }
}

/** What stands in the way, and what is asked instead. */
export function hitchWords(hitch: Hitch, draft: Draft): PhraseRef {
  const place = placeOf(draft);
  switch (hitch.type) {
    case 'choose':
      return chooseWords(
        hitch.about,
        hitch.among.map(({ id, name }) => ({ id: `${hitch.about}:${id}`, label: name })),
      );
    case 'notBookable':
      return phrase('notBookable', { place: hitch.place });
    case 'past':
      return phrase('dayPast', { day: { day: hitch.date, half: null }, place, days: { days: hitch.open } });
    case 'far':
      return phrase('dayFar', { place, days: { days: hitch.open } });
    case 'closed':
      return hitch.open.length === 0
        ? phrase('noOpenDay', { place })
        : phrase('dayClosed', { day: { day: hitch.date, half: hitch.half }, place, days: { days: hitch.open } });
    case 'holiday':
      return phrase('dayHoliday', { day: { day: hitch.date, half: null }, place, days: { days: hitch.open } });
    case 'pick':
      return phrase('dayPick', { place, days: { days: hitch.open } });
    case 'brokenPhone':
      return phrase('phoneBroken');
  }
}

/** The whole appointment, to be confirmed. */
export function summaryWords(draft: Draft): PhraseRef {
  return phrase(draft.changes === null ? 'confirmAppointment' : 'confirmChange', summaryVars(draft));
}

export function summaryVars(draft: Pick<Draft, 'department' | 'doctor' | 'date' | 'half' | 'name' | 'phone'>) {
  const { date, half, name, phone } = draft;
  return { place: placeOf(draft), day: { day: date ?? '', half }, name: name ?? '', phone: phone ?? '' };
}
