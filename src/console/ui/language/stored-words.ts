import { words } from '../words/stored.ts';

type Key = keyof (typeof words)['en'];

/** A stored sentence with what stands in its places. */
interface Found {
  readonly key: Key;
  readonly values: Readonly<Record<string, string>>;
}

const PLACE = /\{(\w+)\}/gu;
const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

const PATTERNS = Object.entries(words['zh-CN']).map(([key, sentence]) => {
  const names = Array.from(sentence.matchAll(PLACE), ([, name = '']) => name);
  const pattern = sentence
    .split(PLACE)
    .map((part, index) => (index % 2 === 0 ? literal(part) : '(.*)'))
    .join('');
  return { key: key as Key, names, pattern: new RegExp(`^${pattern}$`, 'su') };
});

/** Which of the sentences that the service writes this is; undefined: words of a person, or another sentence. */
export function storedSentence(text: string): Found | undefined {
  for (const { key, names, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null)
      return { key, values: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) };
  }
  return undefined;
}
