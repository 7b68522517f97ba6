import { explain, HuifangError } from '../domain/errors.ts';

/** A command of one step: its help, and what it does with its arguments. */
interface Command {
  readonly help: string;
  /** Headline above the lines of an error. */
  readonly failure: { readonly zh: string; readonly en: string };
  /** Resolves with the exit status. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

/** Runs a command with the arguments of this process: --help prints its help; an error is explained, exit status 2. */
export async function runCommand({ help, failure, run }: Command): Promise<void> {
  const words = process.argv.slice(2);
  // A reader that goes away (`| head`) is no fault: the command ends what it does, and its exit status stays true.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(help);
    return;
  }
  try {
    process.exitCode = await run(words);
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, failure));
    process.exitCode = 2;
  }
}
