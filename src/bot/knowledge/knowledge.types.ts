/** A question the hospital answers, in its own words. */
export interface FaqEntry {
  readonly id: string;
  readonly topic: string;
  readonly question: string;
  readonly askedAs: readonly string[];
  readonly answer: string;
  /** `YYYY-MM-DD`, the last day it may be given. */
  readonly validUntil?: string;
}

export interface DepartmentFacts {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether patients lie there: `building` and `floor` are the ward's then, else those of the rooms where they are seen. */
  readonly hasWard: boolean;
  /** Empty if the file does not say. */
  readonly building: string;
  /** As written: 6层, 9-10层. */
  readonly floor: string;
}

export interface DoctorFacts {
  readonly name: string;
  /** Name of the department. */
  readonly department: string;
}

/** The part of the knowledge base that the follow-up uses; the rest of the file is checked by nobody here and kept out. */
export interface Knowledge {
  readonly hospital: {
    readonly name: string;
    readonly nameEn: string;
    readonly shortNames: readonly string[];
    /** By use: main, emergency, booking, complaints, verify … */
    readonly phones: Readonly<Record<string, string>>;
    /** IANA name. */
    readonly timezone: string;
  };
  readonly departments: readonly (DepartmentFacts & { readonly emergencySigns: readonly string[] })[];
  readonly doctors: readonly DoctorFacts[];
  readonly faq: readonly FaqEntry[];
}

/** What is wrong with a knowledge file, where ("faq[3].answer"). */
export interface KnowledgeFault {
  readonly path: string;
  readonly message: string;
}
