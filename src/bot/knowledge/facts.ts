import type { DepartmentFacts, DoctorFacts, Knowledge } from './knowledge.types.ts';

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
export function knowledgeFacts(knowledge: Knowledge): KnowledgeFacts {
  return {
    ...knowledge.hospital,
    departments: knowledge.departments.map(({ emergencySigns: _, ...department }) => department),
    doctors: knowledge.doctors,
    emergencySigns: [...new Set(knowledge.departments.flatMap(({ emergencySigns }) => emergencySigns))],
  };
}
