import type { FirstAccount } from './access/first-start.ts';
import { createLogger, type Logger } from './app/logger.ts';
import { startService } from './app/run.ts';
import type { Running } from './app/run.types.ts';
import { envHelp, readSettings } from './config/env.ts';
import { explain, HuifangError } from './domain/errors.ts';

/** The process: arguments, signals, exit status. Everything else is in app/run.ts. */

const HELP = `Huifang (回访): follow-up conversations and patient chat for hospitals.

  npm start              starts the service
  npm start -- --help    this text

${envHelp()}

Signals: SIGINT, SIGTERM stop cleanly; SIGHUP reads flows.config.json again (a faulty one is refused and the old one stays).
`;

function announce(running: Running, telegram: boolean): void {
  const chat = running.webChat ? [`  Web chat      ${running.url}/chat      the page for patients`] : [];
  const lines = running.demo
    ? [
        `Huifang 回访 runs with a simulated carrier (demo): no text message leaves this machine.`,
        ...(telegram ? [`Telegram is real: chats that were tied by npm run enrol are written to.`] : []),
        ``,
        `  Demo phones   ${running.url}/demo      answer as a patient, move the clock, see what is recorded`,
        `  Console       ${running.url}/console   the pages for staff`,
        ...chat,
        `  In a terminal npm run chat`,
        `  Import a list npm run import -- FILE.csv   (--dry-run only shows what would happen)`,
        `  Evaluate      npm run -s evaluate -- examples/dialogues/followup.jsonl`,
        `  Health        ${running.url}/readyz   metrics ${running.url}/metrics`,
        ``,
        `  Data: ${running.dataFile}. Ctrl-C stops; starting again goes on where it was.`,
        `  Real text messages: set the TWILIO_ settings (npm start -- --help).`,
      ]
    : [
        `Huifang 回访 runs at ${running.url}`,
        ``,
        `  Console       ${running.url}/console   the pages for staff`,
        ...chat,
        `  Import a list npm run import -- FILE.csv   (--dry-run only shows what would happen)`,
        `  Health        ${running.url}/readyz   metrics ${running.url}/metrics`,
        `  Data: ${running.dataFile}. Ctrl-C stops; starting again goes on where it was.`,
      ];
  process.stdout.write(`\n${[...lines, ...newcomers(running.firstAccounts)].join('\n')}\n\n`);
}

/** Passwords of the accounts that this start made: shown here and nowhere else. */
function newcomers(accounts: readonly FirstAccount[]): readonly string[] {
  if (accounts.length === 0) return [];
  const lines = accounts.map(({ userName, role, name, password, oneTime }) => {
    const note = oneTime ? '   to be changed at the first sign-in / 首次登录须修改' : '';
    return `    ${userName.padEnd(12)} ${password}   ${role} ${name}${note}`;
  });
  return ['', '  Accounts of the console, shown only this once / 控制台账号，密码只显示这一次:', ...lines];
}

/** The first signal stops cleanly, the second at once. */
function stopOnSignals(running: Running, logger: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    running.stop().then(
      () => {
        logger.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', () => {
    try {
      running.reload();
      logger.info('flows.config.json was read again');
    } catch (error) {
      logger.error(
        { faults: error instanceof HuifangError ? error.details : String(error) },
        'flows.config.json was refused; the old one stays',
      );
    }
  });
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(HELP);
    return;
  }
  if (words.length > 0)
    throw new HuifangError('BAD_REQUEST', [`${words.join(' ')}: no such option; see npm start -- --help`]);
  const env = readSettings();
  const logger = createLogger({ level: env.logLevel, format: env.logFormat });
  const running = await startService({ env, logger });
  stopOnSignals(running, logger);
  announce(running, env.telegram !== null);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof HuifangError)) throw error;
  process.stderr.write(explain(error, { zh: 'Huifang 无法启动', en: 'Huifang cannot start' }));
  process.exitCode = 1;
}
