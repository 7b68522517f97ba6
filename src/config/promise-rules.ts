import type { PromiseRules } from '../domain/promises.ts';
import type { WorkingTime } from '../domain/working-time.ts';
import type { HospitalConfig } from './schema.ts';

/** When the centre works. */
export function workingTime(config: HospitalConfig): WorkingTime {
  return {
    zone: config.hospital.zone,
    spans: config.staffHours.map(({ days, from, to }) => ({ weekdays: days, hours: { from, to } })),
    calendar: config.calendar,
  };
}

/** Due times of promises, as the hospital has set them. */
export function promiseRules(config: HospitalConfig): PromiseRules {
  const { promises } = config.console;
  return {
    work: workingTime(config),
    appointment: promises.appointmentMinutes,
    callback: promises.callbackMinutes,
    medicalQuestion: promises.medicalQuestionMinutes,
    handoff: promises.handoffMinutes,
    urgent: promises.urgentMinutes,
    remind: promises.remindMinutes,
  };
}
