// The real service as its own process, which can be made to die at a named point:
//   node --import tsx tests/crash/service.ts [--crash POINT:COUNT]
// Settings come from the environment as in production. Over IPC it takes { crash: 'POINT:COUNT' } and tells { ready: PORT }.
import { createLogger } from '../../src/app/logger.ts';
import { startService } from '../../src/app/run.ts';
import { readEnv } from '../../src/config/env.ts';
import { parseCrash } from './points.ts';
import { TUNING } from './tuning.ts';

let armed: { readonly point: string; left: number } | undefined;

function arm(text: string): void {
  const { point, count } = parseCrash(text);
  armed = { point, left: count };
}

function crashPoint(name: string): void {
  if (armed?.point !== name) return;
  armed.left -= 1;
  // Nothing of this process runs after this line, as when the power fails.
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
}

const [flag, given] = process.argv.slice(2);
if (flag === '--crash' && given !== undefined) arm(given);

process.on('message', (message: { readonly crash: string }) => {
  arm(message.crash);
});
// The harness is gone.
process.on('disconnect', () => process.exit(2));

const env = readEnv(process.env);
const logger = createLogger({ level: env.logLevel, format: env.logFormat });
const running = await startService({ env, logger, crashPoint, tuning: TUNING });
process.on('SIGTERM', () => {
  void running.stop().then(() => process.exit(0));
});
process.send?.({ ready: running.port });
