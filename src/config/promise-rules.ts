import type { PromiseRules } from '../domain/promises.ts';
import type { SlaRules } from '../domain/sla.ts';
import { flowSettings } from './flow-settings.ts';
import type { HospitalConfig } from './schema.ts';

/** How soon somebody who waits for a person is answered, as the hospital has set it. */
export function slaRules(config: HospitalConfig): SlaRules {
  const { sla } = config.console;
  return {
    targets: { urgent: sla.urgentMinutes, high: sla.highMinutes, normal: sla.normalMinutes },
    zone: config.hospital.zone,
    spans: flowSettings(config).staffHours,
    calendar: config.calendar,
  };
}

/** Due times of promises, as the hospital has set them. */
export function promiseRules(config: HospitalConfig): PromiseRules {
  const { promises } = config.console;
  return {
    sla: slaRules(config),
    appointment: promises.appointmentMinutes,
    callback: promises.callbackMinutes,
    remind: promises.remindMinutes,
  };
}
