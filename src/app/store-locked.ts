import { HuifangError } from '../domain/errors.ts';
import { readServiceFile } from './service-file.ts';

/** Says what to do when the data file is in use. */
export function whoHoldsIt(error: unknown, dataDir: string): unknown {
  if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED') return error;
  const other = readServiceFile(dataDir);
  const holder =
    other === undefined
      ? 'a service that is just starting or stopping, an import or a restore has it: wait until that has ended'
      : `Huifang runs already (process ${String(other.pid)}, port ${String(other.port)}): stop it there with Ctrl-C, or set another DATA_DIR for this one`;
  return new HuifangError('STORE_LOCKED', [...error.details, holder], { cause: error });
}
