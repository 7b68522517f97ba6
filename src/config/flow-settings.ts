import { HOUR } from '../domain/clock.ts';
import type { FlowSettings } from '../flows/flow.ts';
import type { HospitalConfig } from './schema.ts';

/** What the flows need of the configuration; hours of silence become milliseconds. */
export function flowSettings(config: HospitalConfig): FlowSettings {
  const { followup } = config;
  return {
    zone: config.hospital.zone,
    sendingHours: config.sendingHours,
    questions: followup.questions.map(({ id, type, roles }) => ({ id, type, roles })),
    reminderAfter: followup.reminderAfterHours * HOUR,
    expireAfter: followup.expireAfterHours * HOUR,
    bereavementExpireAfter: followup.bereavementExpireAfterHours * HOUR,
    staffHours: config.staffHours.map(({ days, from, to }) => ({ weekdays: days, hours: { from, to } })),
    calendar: config.calendar,
  };
}
