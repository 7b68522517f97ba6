import type { PromiseRules } from '../domain/promises.ts';
import { workingTime } from '../domain/sla.ts';
import { flowSettings } from './flow-settings.ts';
import type { HospitalConfig } from './schema.ts';

/** Due times of promises, as the hospital has set them. */
export function promiseRules(config: HospitalConfig): PromiseRules {
  const { promises } = config.console;
  return {
    work: workingTime({
      zone: config.hospital.zone,
      spans: flowSettings(config).staffHours,
      calendar: config.calendar,
    }),
    appointment: promises.appointmentMinutes,
    callback: promises.callbackMinutes,
    medicalQuestion: promises.medicalQuestionMinutes,
    handoff: promises.handoffMinutes,
    urgent: promises.urgentMinutes,
    remind: promises.remindMinutes,
  };
}
