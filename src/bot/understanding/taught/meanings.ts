import type { FindingKind } from '../../../domain/finding.ts';
import type { ModelClass } from '../model/classes.ts';
import { THRESHOLDS } from '../model/thresholds.ts';

/** A meaning as a hospital names it: a kind of finding, a rating with its grade (`rating.satisfied`). */
export type Meaning = ModelClass;

export const MEANINGS = Object.keys(THRESHOLDS) as readonly Meaning[];

export function isMeaning(name: string): name is Meaning {
  return Object.hasOwn(THRESHOLDS, name);
}

/** Red flags: looked for anywhere in a message and in every state (design law 3). */
export const FLAGS = ['emergency', 'self_harm'] as const satisfies readonly FindingKind[];
export type Flag = (typeof FLAGS)[number];

/** What no configuration may weaken (design law 3): a hospital can only add to it. */
const ADD_ONLY: ReadonlySet<string> = new Set<FindingKind>([...FLAGS, 'deceased', 'opt_out']);

export function isFlag(meaning: string): meaning is Flag {
  return FLAGS.some((flag) => flag === meaning);
}

export function isAddOnly(meaning: string): boolean {
  return ADD_ONLY.has(meaning);
}
