import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Knowledge } from '../bot/knowledge/index.ts';
import { HuifangError } from '../domain/errors.ts';
import type { Logger } from './logger.ts';

/** Asked this often whether the file was changed. Polling works on network drives and with editors that replace the file, too. */
const POLL_MS = 2000;

export interface KnowledgeWatchDeps {
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** Where the file is now; a new flows.config.json may name another. */
  readonly file: () => string;
  /** Reads and checks the file; throws CONFIG_INVALID with every fault. */
  readonly read: (file: string) => Knowledge;
  /** Puts a checked knowledge base into force. */
  readonly take: (knowledge: Knowledge) => void;
  /** Of the one in force. */
  readonly updatedOn: () => string;
  readonly pollMs?: number;
}

/**
 * Notices that the hospital changed its knowledge base while the service runs. A change counts once the file has not moved
 * for a whole round, so that one that is still being written is left alone. It is read and checked whole: a good one is put
 * into force, a faulty one is told once, and the old one stays.
 */
export class KnowledgeWatch {
  readonly #deps: KnowledgeWatchDeps;
  #timer: NodeJS.Timeout | undefined;
  /** Stamp and content of what was dealt with last. */
  #stamp = '';
  #content = '';
  /** Stamp that the last round saw. */
  #seen = '';
  #faults = 0;

  constructor(deps: KnowledgeWatchDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.look();
    }, this.#deps.pollMs ?? POLL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** What the service uses is what the file says: it was just read elsewhere. */
  current(): void {
    this.#stamp = this.#seen = this.#stampNow();
    this.#content = this.#contentNow();
    this.#faults = 0;
  }

  /** Why the knowledge base in force is not what the file says; empty if it is. */
  warnings(): readonly string[] {
    if (this.#faults === 0) return [];
    const name = basename(this.#deps.file());
    return [
      `${name} was changed and has ${String(this.#faults)} fault(s): the one of ${this.#deps.updatedOn()} stays in force — npm run knowledge -- check lists them`,
    ];
  }

  /** One round. */
  look(): void {
    const stamp = this.#stampNow();
    const still = stamp === this.#seen;
    this.#seen = stamp;
    if (!still || stamp === this.#stamp) return;
    const content = this.#contentNow();
    // It moved while it was read: the next round sees it again.
    if (this.#stampNow() !== stamp) return;
    this.#stamp = stamp;
    if (content === this.#content) return;
    this.#content = content;
    this.#read();
  }

  /** The file was just replaced by the service itself: no need to wait for a round. */
  takeNow(): void {
    this.#stamp = this.#seen = this.#stampNow();
    this.#content = this.#contentNow();
    this.#read();
  }

  #read(): void {
    const { logger, file, read, take } = this.#deps;
    const name = basename(file());
    try {
      const knowledge = read(file());
      take(knowledge);
      this.#faults = 0;
      logger.info(countsOf(knowledge), `${name} was changed; the service answers from it now`);
    } catch (error) {
      const faults = error instanceof HuifangError ? error.details : [String(error)];
      this.#faults = faults.length;
      logger.error({ faults }, `${name} was changed and refused; the old one stays`);
    }
  }

  #stampNow(): string {
    try {
      const { mtimeMs, size, ino } = statSync(this.#deps.file());
      return [this.#deps.file(), mtimeMs, size, ino].join(' ');
    } catch {
      return 'none';
    }
  }

  /** Digest of the file, so that each content is told of only once. */
  #contentNow(): string {
    try {
      return createHash('sha256').update(readFileSync(this.#deps.file())).digest('hex');
    } catch {
      return 'none';
    }
  }
}

function countsOf({ departments, offices, doctors, prices, faq, updatedOn }: Knowledge) {
  return {
    departments: departments.length,
    offices: offices.length,
    doctors: doctors.length,
    prices: prices.length,
    questions: faq.length,
    updatedOn,
  };
}
