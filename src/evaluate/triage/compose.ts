import type { TriageSeed } from './seeds.ts';

/** How a symptom is told: what stands before and behind it. Any of them may go with any specialty, so none says anything. */
const FRAMES: readonly (readonly [before: string, behind: string])[] = [
  ['我', ''],
  ['最近', ''],
  ['这几天', ''],
  ['', '好几天了'],
  ['', '怎么办'],
  ['我妈', ''],
  ['我爸', '，好久了'],
  ['老是', ''],
  ['有点', '，想看看'],
  ['', '，不知道要不要紧'],
  ['我老公', ''],
  ['我老婆', ''],
  ['家里老人', ''],
  ['', '，想来检查一下'],
  ['昨天开始', ''],
  ['', '半个月，吃药没好'],
  ['总是', '，难受'],
  ['我是', '，想找医生看看'],
  ['', '严重吗'],
  ['朋友', '，帮他问问'],
  ['', '两个月了，越来越厉害'],
  ['上周', '，现在还没好'],
];
/** In how many of them a term is told. */
const TIMES = 2;

/** Every term in some frames, in a fixed order: the model must find it inside a sentence. */
export function composed(terms: readonly TriageSeed[]): readonly TriageSeed[] {
  return terms.flatMap(({ text, specialties }, index) =>
    Array.from({ length: TIMES }, (_, k) => {
      const [before, behind] = FRAMES[(index * 5 + k * 11) % FRAMES.length] ?? ['', ''];
      return { text: `${before}${text}${behind}`, specialties };
    }),
  );
}
