import type { RegisterCategory } from '../domain/register.ts';

/** Which office an entry goes to unless staff choose another. */
export interface RoutingRule {
  readonly category: RegisterCategory;
  /** Any of these in the text; empty: whatever it says. */
  readonly words: readonly string[];
  /** Any of these roles or things among what it concerns (`nurse`, `fees` …); empty: whatever it concerns. */
  readonly concerns: readonly string[];
  readonly department: string;
}

/** `registers` of flows.config.json. */
export interface RegisterSettings {
  /** Working days to answer, and with several departments (standards.md section 6: 5 and 10). */
  readonly answerDays: number;
  readonly coAnswerDays: number;
  /** Other spans by main category (行风 in some houses 30). */
  readonly categoryDays: Readonly<Partial<Record<RegisterCategory, number>>>;
  /** Working days past due after which the conduct office is told; the head of the department and supervisors are told at once. */
  readonly conductAfterDays: number;
  /** The same for the leaders. */
  readonly leaderAfterDays: number;
  /** In order; the first that fits names category and department. */
  readonly routing: readonly RoutingRule[];
}
