import type { TurnKit } from '../../bot/turn/kit.ts';
import type { UnderstandContext } from '../../bot/understanding/understand.types.ts';
import type { Language } from '../../domain/language.ts';
import type { OpenQuestion } from '../../flows/flow.ts';
import type { MessageQuestion } from './message.ts';

/** A labelled message that names no instant was written on this Wednesday morning. */
const NOW = Date.parse('2026-11-18T10:00:00+08:00');

const OPEN: Readonly<Record<MessageQuestion, OpenQuestion>> = {
  opening: { id: 'opening', schema: 'identity_availability' },
  when: { id: 'when', schema: 'time' },
  doctor: { id: 'doctor', schema: 'rating' },
  nurse: { id: 'nurse', schema: 'rating' },
  overall: { id: 'overall', schema: 'rating' },
  reason: { id: 'reason', schema: 'reason', about: 'doctor' },
  suggestions: { id: 'suggestions', schema: 'free_text' },
  consent_after_death: { id: 'consent_after_death', schema: 'yes_no' },
  none: { id: 'none', schema: 'none' },
};

/** Rating questions answered before this one is asked, in order. */
const ANSWERED: Readonly<Record<MessageQuestion, readonly string[]>> = {
  opening: [],
  when: [],
  doctor: [],
  nurse: ['doctor'],
  overall: ['doctor', 'nurse'],
  reason: ['doctor'],
  suggestions: ['doctor', 'nurse', 'overall'],
  consent_after_death: [],
  none: [],
};

/** What the context of a message takes from its hospital; a `TurnKit` is one. */
export interface Surroundings extends Pick<TurnKit, 'roster' | 'lists'> {
  readonly settings: Pick<TurnKit['settings'], 'questions' | 'zone' | 'sendingHours'>;
}

/** A hospital with the usual three questions and no names: what the model is trained in, whatever a hospital configures. */
export const ANY_HOSPITAL: Surroundings = {
  settings: {
    questions: [
      { id: 'doctor', type: 'rating', roles: ['doctor'] },
      { id: 'nurse', type: 'rating', roles: ['nurse'] },
      { id: 'overall', type: 'rating', roles: [] },
      { id: 'suggestions', type: 'free_text', roles: [] },
    ],
    zone: 'Asia/Shanghai',
    sendingHours: { from: 9 * 60, to: 21 * 60 },
  },
  roster: { staff: [], departments: [] },
  lists: { emergencySigns: [] },
};

/** The context of a follow-up of this hospital in which `question` stands open. */
export function messageContext(
  { settings, roster, lists }: Surroundings,
  message: { question: MessageQuestion; lang: Language; now?: string | undefined },
): UnderstandContext {
  const { question, lang, now } = message;
  const answered = ANSWERED[question];
  const ratings = settings.questions.filter(({ type }) => type === 'rating').map(({ id }) => id);
  return {
    question: OPEN[question],
    questions: settings.questions,
    openRatings: question === 'none' ? [] : ratings.filter((id) => !answered.includes(id)),
    lastAnswered: answered.at(-1) ?? null,
    patientName: null,
    identified: question !== 'opening' && question !== 'none',
    closed: false,
    language: lang,
    now: now === undefined ? NOW : Date.parse(now),
    zone: settings.zone,
    sendingHours: settings.sendingHours,
    roster,
    lists,
  };
}
