import { once } from 'node:events';
import type { ImportProgress } from '../../intake/import.ts';

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const PERCENT = 100;

/** Writes to standard output, waiting while the reader is slow. A reader that goes away (`| head`) does not stop an import. */
export function createWriter(stream: NodeJS.WriteStream): (text: string) => void | Promise<void> {
  let gone = false;
  stream.on('error', () => {
    gone = true;
  });
  return (text) => {
    if (gone || text === '' || stream.write(text)) return undefined;
    return Promise.race([once(stream, 'drain'), once(stream, 'close')]).then(
      () => undefined,
      () => undefined,
    );
  };
}

/** A bar on standard error, if that is a terminal. `clear` before other lines are printed. */
export function createProgress(stream: NodeJS.WriteStream): { show(progress: ImportProgress): void; clear(): void } {
  let drawn = 0;
  let visible = false;
  return {
    show({ done, total, records }) {
      const now = performance.now();
      if (!stream.isTTY || now - drawn < REDRAW_MS) return;
      drawn = now;
      visible = true;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      stream.write(`\r\u001b[K${bar} ${String(Math.floor(share * PERCENT)).padStart(3)} %  ${String(records)}`);
    },
    clear() {
      if (visible) stream.write('\r\u001b[K');
      visible = false;
    },
  };
}
