import type { EffectHandler } from './handler.ts';

/** Facts that outlive the conversation: about the patient, or about the number. */
export const mark: EffectHandler<'mark'> = (effect, draft) => {
  switch (effect.mark) {
    case 'deceased':
    case 'wrong_number':
    case 'readmitted':
      draft.patientMarks.push(effect.mark);
      break;
    case 'opted_out':
      draft.contact = { ...draft.contact, optedOutAt: draft.contact.optedOutAt ?? draft.at };
      break;
    case 'opted_in':
      draft.contact = { ...draft.contact, optedOutAt: null };
      break;
  }
};
