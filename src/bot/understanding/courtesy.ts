import type { Finding } from '../../domain/finding.ts';
import { cut, type Normalised, spanOf } from './normalise.ts';

const BREAK = '[\\s,.!。;~…☺◇]';
const VOCATIVE = '(?:医生|护士|大夫|老师|客服|同志|姑娘|小姐|先生)';
const HELLO =
  '(?:喂|你好|你们好|大家好|早上好|早安|早|上午好|中午好|下午好|晚上好|午安|嗨|哈[喽罗]|hello|hi|hey|dear|good (?:morning|afternoon|evening))';
const GREETING = new RegExp(
  `^(?:${BREAK}*${VOCATIVE}?${HELLO}(?:呀|啊|哈|${VOCATIVE}| there| doctor| sir| madam)?${BREAK}*){1,3}`,
);
const YOU = '(?:你们?|大家|了|啊|呀|啦|哈|喔|哦|晒|嗮)*';
/** 太麻烦了 and 很辛苦 are no courtesy: with these words nothing but "you" may stand. */
const THANKS = [
  `(?:非常|十分|太|真是?|万分|很)?(?:谢谢|多谢|感谢|谢了|谢啦|唔该|感恩)${YOU}`,
  '(?:辛苦|麻烦|劳烦|打扰|拜托)(?:你们?|大家)?了?',
  '(?:many )?(?:thanks|thank you|cheers|thx)(?: you| so much| very much| a lot| in advance| all)?',
].join('|');
const LAST = new RegExp(`${BREAK}+(?:(?:${THANKS})${BREAK}*){1,3}$`);
/** A last full stop is habit. */
const STOP = /[。.\s]+$/;
const GRATEFUL = /谢|感|唔该|辛苦|thank|thx|cheers/;
const LETTER = /\p{L}/gu;
/** 不用了，谢谢 turns us down, which 不用了 alone need not. */
const TURNED_DOWN = /^[^\p{L}]*(?:[不唔](?:了|啦|用|使|必|要|需要?)[了啦喇]?|[别免算]了|no|nope|nah)[^\p{L}]*$/u;
/** Who is thanked (王医生，感谢): that belongs to the thanks, and is praise (handbook section 2). */
const ADDRESSED =
  /(?:医生|大夫|医师|护士长?|护长|主任|教授|护工|阿姨|师傅|医护|科室?|医院|病房|人员|们|(?:\bdr\.?|doctors?|nurses?|staff|team)(?: [a-z]+)?)$/;

/**
 * The message without the greeting before it and the thanks behind it, and these as findings. Courtesy round a message changes
 * nothing about what it means, and it is said round anything: neither rules nor model shall see it.
 */
export function withoutCourtesy(n: Normalised): { readonly core: Normalised; readonly polite: readonly Finding[] } {
  const from = greetingEnd(n);
  const to = thanksStart(n, from);
  if (from === 0 && to === n.text.length) return { core: n, polite: [] };
  const polite: Finding[] = [];
  if (from > 0)
    polite.push({ kind: 'greeting', span: spanOf(n, 0, from), confidence: 0.9, evidence: 'courtesy.greeting' });
  if (GRATEFUL.test(n.text.slice(to)))
    polite.push({ kind: 'thanks', span: spanOf(n, to, n.text.length), confidence: 0.9, evidence: 'courtesy.thanks' });
  return { core: cut(n, from, to), polite };
}

/** Where the greeting ends; it must be parted from what follows: 你好烦 greets nobody. */
function greetingEnd({ text, clauses }: Normalised): number {
  const end = GREETING.exec(text)?.[0].length ?? 0;
  const parted = /[^\p{L}]$/u.test(text.slice(0, end)) || clauses.some(({ start }) => start === end);
  return parted && letters(text.slice(end)) > 0 ? end : 0;
}

function thanksStart({ text }: Normalised, from: number): number {
  const start = LAST.exec(text)?.index ?? STOP.exec(text)?.index ?? text.length;
  const rest = text.slice(from, start);
  const whole = letters(rest) === 0 || TURNED_DOWN.test(rest) || ADDRESSED.test(rest);
  return whole ? text.length : start;
}

function letters(text: string): number {
  return text.match(LETTER)?.length ?? 0;
}
