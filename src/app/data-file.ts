import { join } from 'node:path';
import type { EnvironmentSettings } from '../config/env.ts';

/** Demo data never mixes with real data: each has its file. */
export function dataFileOf(env: Pick<EnvironmentSettings, 'dataDir' | 'demo'>): string {
  return join(env.dataDir, env.demo ? 'demo.sqlite' : 'huifang.sqlite');
}
