import { ASK, type Finding, type FindingKind, isUnread } from '../../domain/finding.ts';
import type { LabelledMessage, Wanted } from './message.ts';

/** What of a labelled message was not read as wanted; empty lists: it passes. */
export interface Verdict {
  /** Wanted and not found, with their details. */
  readonly missing: readonly Wanted[];
  /** Found and named in `never`. */
  readonly harmful: readonly FindingKind[];
}

/** Findings below the band that asks do nothing and count as not found; nor does the chat that words without a reading are taken for. */
export function counted(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.confidence >= ASK && !isUnread([finding]));
}

/** Judges findings by the rule of handbook section 9: every wanted kind with its details, and none of `never`. */
export function judge(message: LabelledMessage, findings: readonly Finding[]): Verdict {
  const found = counted(findings);
  return {
    missing: message.want.filter((want) => !found.some((finding) => fits(finding, want))),
    harmful: message.never.filter((kind) => found.some((finding) => finding.kind === kind)),
  };
}

/** Whether a finding is the wanted one, on the details that are named. */
export function fits(finding: Finding, want: Wanted): boolean {
  if (finding.kind !== want.kind) return false;
  const details: Readonly<Record<string, unknown>> = { ...finding };
  const told = details['reason'];
  const { kind: _kind, at, reason, ...same } = want;
  if (at !== undefined && details['at'] !== Date.parse(at)) return false;
  if (reason !== undefined && !(typeof told === 'string' && told.includes(reason))) return false;
  return Object.entries(same).every(([name, value]) => value === undefined || details[name] === value);
}
