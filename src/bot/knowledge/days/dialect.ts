/** Parts of the day as some regions call them, in the words that times are read from. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/后半晌儿?|后晌午|下半晌|晚半晌|后响/g, '下午'],
  [/(?:头|前|上)半晌儿?|前晌|早半天|头晌儿?/g, '上午'],
  [/晌午头|大晌午|晌乎/g, '中午'],
  [/黑了|黑间|后黑|黑夜里|夜黑/g, '晚上'],
  [/清早上|打早|大清早|清早/g, '早上'],
];

/** A text with 后半晌 as 下午. */
export function withCommonTimes(text: string): string {
  return DIALECT.reduce((plain, [words, common]) => plain.replace(words, common), text);
}
