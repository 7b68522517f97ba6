import { parseArgs } from 'node:util';
import { HuifangError } from '../../domain/errors.ts';

export const HELP = `The demo phones in a terminal (终端里的演示手机): answer as a patient and see what the service records.

  npm run chat -- [--lang zh|en]

Talks to the service that runs with this data folder (DATA_DIR); starts one of its own when none runs.
Lines of standard input are what the patient writes, or one of these:

  /list [WORDS]      handsets that have a message; WORDS: name, number, department
  /pick N | NUMBER   use the handset N of the list, or any number (+8613900001234)
  /state             everything that is recorded for this handset
  /clock +1d         move the simulated clock on (+30m, +3h, +1d), or to what comes next: /clock next
  /pause, /resume    stop or go on writing to new patients
  /help, /quit

  --lang  language of this program: zh (default) or en; the patient writes in any

Exit status: 0 ended, 1 no demo to talk to, 2 wrong arguments.
`;

const CHAT_LANGUAGES = ['zh', 'en'] as const;
export type ChatLanguage = (typeof CHAT_LANGUAGES)[number];

/** Reads the words after `npm run chat --`; 'help' when that is asked for. Throws BAD_REQUEST for what is wrong. */
export function readArguments(words: readonly string[]): { readonly language: ChatLanguage } | 'help' {
  let values: { help?: boolean; lang?: string };
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } },
    }));
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [error instanceof Error ? error.message : String(error), 'see --help']);
  }
  if (values.help === true) return 'help';
  const language = CHAT_LANGUAGES.find((known) => known === (values.lang ?? 'zh'));
  if (language === undefined)
    throw new HuifangError('BAD_REQUEST', [`--lang: ${values.lang ?? ''} — allowed: ${CHAT_LANGUAGES.join(', ')}`]);
  return { language };
}
