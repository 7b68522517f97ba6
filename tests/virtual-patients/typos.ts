import type { Chance } from './chance.ts';

/** Characters that input methods and thumbs mistake for each other. */
const MISTAKEN: readonly (readonly [string, string])[] = [
  ['的', '得'],
  ['在', '再'],
  ['满', '慢'],
  ['意', '义'],
  ['士', '是'],
  ['做', '作'],
  ['那', '哪'],
  ['吗', '嘛'],
  ['他', '她'],
  ['医', '一'],
  ['the', 'teh'],
  ['you', 'u'],
  ['doctor', 'docter'],
  ['nurse', 'nures'],
];

type Slip = (text: string, chance: Chance) => string;

const dropped: Slip = (text, chance) => {
  const at = chance.below(text.length);
  return text.slice(0, at) + text.slice(at + 1);
};
const doubled: Slip = (text, chance) => {
  const at = chance.below(text.length);
  return text.slice(0, at + 1) + text.slice(at);
};
const swapped: Slip = (text, chance) => {
  const at = chance.below(text.length - 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
};
const mistaken: Slip = (text, chance) => {
  const [right, wrong] = chance.pick(MISTAKEN);
  return text.replace(right, wrong);
};
const unpunctuated: Slip = (text) => text.replaceAll(/[，。,.!！]/gu, '');
const shouted: Slip = (text) => `${text.toUpperCase()}！！！`;
const spaced: Slip = (text) => ` ${text.replace('，', ' ')}\n`;
const smiled: Slip = (text, chance) => text + chance.pick(['😊', '🙏', '😡', '👍', '……', '~', '哈哈']);

const SLIPS: readonly Slip[] = [dropped, doubled, swapped, mistaken, unpunctuated, shouted, spaced, smiled];

/** The text as somebody in a hurry would have sent it. Half a surrogate pair is left out: no handset sends one. */
export function withTypo(text: string, chance: Chance): string {
  if (text.length < 2) return text;
  return (
    chance
      .pick(SLIPS)(text, chance)
      .replaceAll(/\p{Surrogate}/gu, '') || text
  );
}
