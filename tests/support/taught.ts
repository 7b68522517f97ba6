import { compileTaught } from '../../src/bot/understanding/taught/compile.ts';
import type { UnderstandingLists } from '../../src/bot/understanding/understand.types.ts';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { put, shippedJson } from '../config/sample.ts';

/** The lists of a hospital whose flows.config.json says this under `understanding`. */
export function taughtBy(understanding: object): { readonly lists: UnderstandingLists } {
  const config = loadHospitalConfig(put(shippedJson(), 'understanding', understanding));
  const taught = compileTaught(config.understanding);
  return { lists: { emergencySigns: [], ...(taught === undefined ? {} : { taught }) } };
}
