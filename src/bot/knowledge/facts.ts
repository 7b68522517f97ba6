import type { Department, Knowledge } from './knowledge.types.ts';

/** What a patient who was admitted knows of a department: the ward if there is one, not the rooms of the outpatients. */
interface DepartmentFacts {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly hasWard: boolean;
  /** Of the ward; without one, of the department. */
  readonly building: string;
  readonly floor: string;
}

interface DoctorFacts {
  readonly name: string;
  /** Name of the department. */
  readonly department: string;
}

/** What other parts of the service need from the knowledge base. */
export interface KnowledgeFacts {
  readonly name: string;
  readonly nameEn: string;
  readonly shortNames: readonly string[];
  readonly phones: Readonly<Record<string, string>>;
  readonly timezone: string;
  readonly departments: readonly DepartmentFacts[];
  readonly doctors: readonly DoctorFacts[];
  /** Signs of every department for which only the emergency text is right (handbook situation 27), each once. */
  readonly emergencySigns: readonly string[];
}

/** Gathers the facts; cheap, pure. */
export function knowledgeFacts({ hospital, departments, doctors }: Knowledge): KnowledgeFacts {
  const { name, nameEn, shortNames, phones, timezone } = hospital;
  const names = new Map(departments.map((department) => [department.id, department.name]));
  return {
    name,
    nameEn,
    shortNames,
    phones,
    timezone,
    departments: departments.map(departmentFacts),
    doctors: doctors.map((doctor) => ({ name: doctor.name, department: names.get(doctor.department) ?? '' })),
    emergencySigns: [...new Set(departments.flatMap(({ emergencySigns }) => emergencySigns))],
  };
}

function departmentFacts({ id, name, aliases, ward, ...place }: Department): DepartmentFacts {
  const { building, floor } = ward ?? place;
  return { id, name, aliases, hasWard: ward !== undefined, building, floor };
}
