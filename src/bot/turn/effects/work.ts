import type { Appointment } from '../../../domain/appointment.ts';
import type { WorkItem } from '../../../domain/conversation.ts';
import type { EffectHandler } from './handler.ts';

/** What staff should see without taking over. */
export const note: EffectHandler<'note'> = (effect, draft) => {
  draft.workItems.push({ kind: 'note', text: effect.text });
};

/** Somebody calls back with what the knowledge base lacks, or the appointment desk has a request. */
export const request: EffectHandler<'request'> = (effect, draft) => {
  draft.tallies.push(`request.${effect.kind}`);
  if (effect.kind === 'callback') {
    const { question, phone } = effect;
    draft.workItems.push({ kind: 'callback', text: question, ...(phone === undefined ? {} : { details: { phone } }) });
    return;
  }
  const { appointment, ref } = effect;
  draft.appointments.set(ref, { text: inWords(appointment), details: detailsOf(appointment) });
};

/** The desk's item is marked; it stays to be read. */
export const cancelRequest: EffectHandler<'cancelRequest'> = (effect, draft) => {
  draft.tallies.push('request.cancelled');
  draft.appointments.set(effect.ref, null);
  // The desk may have settled it already: somebody has to undo that.
  draft.workItems.push({ kind: 'note', text: `患者取消了预约申请：${inWords(effect.appointment)}` });
};

/** Whoever takes over has to reach them. */
export const handoffPhone: EffectHandler<'handoffPhone'> = (effect, draft) => {
  draft.handoffPhone = effect.phone;
};

const HALF_WORDS = { morning: '上午', afternoon: '下午', evening: '晚上' } as const;

/** As the desk reads it, in the language of the staff. */
function inWords({ department, doctor, date, half, name, phone }: Appointment): string {
  const who = doctor === null ? department.name : `${department.name} ${doctor.name}`;
  return `预约：${who}，${date}${half === null ? '' : HALF_WORDS[half]}，${name}，${phone}`;
}

function detailsOf({ department, doctor, date, half, name, phone }: Appointment): WorkItem['details'] {
  return {
    department: department.name,
    ...(doctor === null ? {} : { doctor: doctor.name }),
    date,
    ...(half === null ? {} : { half }),
    name,
    phone,
  };
}
