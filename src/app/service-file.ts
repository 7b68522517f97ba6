import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How commands on the same machine reach the running service: `service.json` in the data folder, readable by its owner only. */
export interface ServiceFile {
  readonly pid: number;
  readonly port: number;
  /** Proves that the caller can read the data folder. */
  readonly token: string;
}

const TOKEN_BYTES = 24;
const fileIn = (dataDir: string) => join(dataDir, 'service.json');

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function writeServiceFile(dataDir: string, service: ServiceFile): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(service)}\n`, { mode: 0o600 });
}

export function removeServiceFile(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** What the running service left, if it runs. A file that a killed process left behind leads to a refused connection. */
export function readServiceFile(dataDir: string): ServiceFile | undefined {
  try {
    const read = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Partial<ServiceFile>;
    const { pid, port, token } = read;
    if (typeof pid === 'number' && typeof port === 'number' && typeof token === 'string') return { pid, port, token };
    return undefined;
  } catch {
    return undefined;
  }
}
