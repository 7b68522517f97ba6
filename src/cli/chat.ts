import { createInterface } from 'node:readline';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { type ChatLanguage, HELP, readArguments } from './chat/arguments.ts';
import { connect } from './chat/connect.ts';
import { type Screen, Session } from './chat/session.ts';
import { chatWords } from './chat/words.ts';

/** The command `npm run chat`: arguments, terminal, exit status. */

const FAILED = 1;
const WRONG_ARGUMENTS = 2;

function createScreen(): Screen {
  const faint = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  // A reader that goes away (`| head`) ends the talk at the next line and is no fault.
  process.stdout.on('error', () => undefined);
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    dim: (line) => void process.stdout.write(faint ? `\u001b[2m${line}\u001b[0m\n` : `${line}\n`),
  };
}

async function talk(session: Session, screen: Screen): Promise<void> {
  await session.begin();
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  const lines = createInterface({ input: process.stdin, ...(terminal ? { output: process.stdout } : {}), terminal });
  lines.on('SIGINT', () => {
    lines.close();
  });
  const ask = () => {
    if (!terminal) return;
    lines.setPrompt(`${session.address ?? ''}> `);
    lines.prompt();
  };
  ask();
  for await (const line of lines) {
    if (line.trim() === '/help') screen.print(HELP);
    else if (!(await session.line(line))) break;
    ask();
  }
  lines.close();
}

async function chat(language: ChatLanguage): Promise<void> {
  const env = readSettings();
  const words = chatWords(language);
  const screen = createScreen();
  const connection = await connect(env);
  try {
    screen.dim(
      connection.joined === undefined ? words.say('started', env.dataDir) : words.say('joined', connection.joined),
    );
    await talk(new Session(connection.client, words, screen), screen);
  } finally {
    await connection.close();
  }
}

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked === 'help') process.stdout.write(HELP);
  else await chat(asked.language);
} catch (error) {
  if (error instanceof HuifangError) {
    process.stderr.write(explain(error, { zh: '无法对话', en: 'Chat failed' }));
    process.exitCode = error.code === 'BAD_REQUEST' ? WRONG_ARGUMENTS : FAILED;
  } else if (error instanceof TypeError && error.message === 'fetch failed') {
    process.stderr.write('the service was stopped (服务已停止)\n');
    process.exitCode = FAILED;
  } else throw error;
}
