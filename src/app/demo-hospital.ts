import type { HospitalConfig } from '../config/schema.ts';
import type { DemoHospital } from '../demo/hospital.ts';

/** The part of a hospital's settings that the demo phones show. */
export function demoHospital({ hospital, followup }: HospitalConfig): DemoHospital {
  return {
    name: hospital.name,
    zone: hospital.zone,
    country: hospital.region === 'OTHER' ? undefined : hospital.region,
    questions: followup.questions.map(({ id, topic }) => ({ id, topic })),
    grades: followup.grades,
  };
}
