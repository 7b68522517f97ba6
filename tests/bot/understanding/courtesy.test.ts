import { expect, test } from 'vitest';
import { withoutCourtesy } from '../../../src/bot/understanding/courtesy.ts';
import { normalise } from '../../../src/bot/understanding/normalise.ts';

/** The message that is left, and the courtesy as it was written. */
function read(text: string): { core: string; polite: readonly string[] } {
  const { core, polite } = withoutCourtesy(normalise(text));
  return { core: core.text, polite: polite.map(({ kind, span }) => `${kind} ${text.slice(...span)}`) };
}

test.each([
  ['您好，医生很好，谢谢', '医生很好', ['greeting 您好，', 'thanks ，谢谢']],
  ['你好 我想问一下', '我想问一下', ['greeting 你好']],
  ['喂，你好，打错了', '打错了', ['greeting 喂，你好，']],
  ['護士你好，我很滿意。感謝你們！', '我很满意', ['greeting 護士你好，', 'thanks 。感謝你們！']],
  ['Hello, all good. Many thanks!', 'all good', ['greeting Hello, ', 'thanks . Many thanks!']],
  ['胸口疼，麻烦了', '胸口疼', []],
  ['满意。', '满意', []],
  ['您好，谢谢', '谢谢', ['greeting 您好，']],
])('%s is read as %s', (text, core, polite) => {
  expect(read(text)).toEqual({ core, polite });
});

test.each([
  ['你好烦'],
  ['早上好多了'],
  ['不用了，谢谢'],
  ['No, thanks'],
  ['谢谢'],
  ['nope, thanks'],
  ['别了，谢谢'],
  ['多亏照顾，谢谢李护士'],
  ['王医生，感谢'],
  ['护士长和李护士，辛苦了'],
  ['Nurse Li, thank you'],
  ['排队，太麻烦了'],
  ['家属天天睡走廊，很辛苦'],
  ['👍'],
  [''],
  ['。'],
])('%s is read as it is', (text) => {
  expect(read(text)).toEqual({ core: normalise(text).text, polite: [] });
});
