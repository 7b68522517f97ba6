import type { words } from '../words/refusals.ts';
import type { Say } from './words.ts';

/** Says details of refusals. */
export type SayDetail = Say<keyof (typeof words)['en']>;

type Key = Parameters<SayDetail>[0];

const TYPES: readonly (readonly [RegExp, Key])[] = [
  [/\b(whole number|int)\b/u, 'wholeNumber'],
  [/\bstring\b/u, 'text'],
  [/\bnumber\b/u, 'number'],
  [/\bboolean\b/u, 'yesNo'],
  [/\barray\b/u, 'list'],
  [/\b(object|record)\b/u, 'group'],
  [/\b(in the future|a time to come)\b/u, 'future'],
  [/^(none|nothing of this name)$/u, 'nothing'],
];

/** What the service says is allowed (fault-lines.ts, and what zod says of a shape), in the language of the console. */
export function allowedWords(allowed: string, say: SayDetail): string {
  const levels = /^(\d+) levels$/u.exec(allowed);
  if (levels !== null) return say('levels', { n: levels[1] ?? '' });
  const bound = /(at least|at most|>=?|<=?) ?(\d+)(?: (characters|entries|items))?/u.exec(allowed);
  if (bound !== null) return boundWords(bound, say);
  const list = /one of (.+)$/u.exec(allowed);
  if (list !== null) return say('oneOf', { list: (list[1] ?? '').replaceAll('"', '').split(/\||, /u).join('、') });
  const type = TYPES.find(([pattern]) => pattern.test(allowed));
  return say(type === undefined ? 'otherRule' : type[1]);
}

function boundWords([, word = '', n = '', unit]: RegExpExecArray, say: SayDetail): string {
  const much = unit === undefined ? n : say(unit === 'characters' ? 'characters' : 'entries', { n });
  return say(word === 'at least' || word.startsWith('>') ? 'atLeast' : 'atMost', { n: much });
}

/** What was found instead. Values are quoted as they are; what the service says of them is put into words. */
export function foundWords(found: string, say: SayDetail): string {
  if (found === 'missing') return say('missing');
  if (found === 'unknown setting') return say('unknown');
  if (found === 'changed') return say('changed');
  return /^["[{\d-]|^(true|false|null)$/u.test(found) ? found : say('wrong');
}

/** A line `path: what — allowed: …`; undefined: it is none. */
function faultOf(line: string): { path: string; found: string; allowed: string | null } | undefined {
  const [, path, found, allowed] = /^([^\s:]+|\(file\)): (.*?)(?: — allowed: (.*))?$/su.exec(line) ?? [];
  return path === undefined || found === undefined ? undefined : { path, found, allowed: allowed ?? null };
}

/** One fault of a file, for those who look after it: the path as the file names it, the rest in words. */
export function faultWords(line: string, say: SayDetail): string {
  const fault = faultOf(line);
  if (fault === undefined) return say('wrong');
  const { path, allowed } = fault;
  const found = foundWords(fault.found, say);
  return allowed === null
    ? say('faultOnly', { path, found })
    : say('fault', { path, found, allowed: allowedWords(allowed, say) });
}

/** One field of a call, in words, with what is allowed there. */
export function fieldWords(line: string, known: ReadonlySet<string>, say: SayDetail): string {
  const fault = faultOf(line);
  const name = fault?.path.split('.').at(-1) ?? 'body';
  const label = known.has(`f_${name}`) ? say(`f_${name}` as Key) : name;
  const rule = fault === undefined ? '' : (fault.allowed ?? fault.found);
  const allowed = allowedWords(rule, say);
  return allowed === say('otherRule') ? label : `${label}（${allowed}）`;
}
