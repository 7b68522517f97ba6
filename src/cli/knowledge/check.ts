import { knowledgeWarnings, loadKnowledge } from '../../bot/knowledge/index.ts';
import { checkedFile, target } from './target.ts';

/** Prints what a knowledge file holds and what should be looked at; throws with every fault. */
export function check(given: string | undefined): void {
  const { file, today } = target();
  const path = given ?? file;
  const json = checkedFile(path);
  const knowledge = loadKnowledge(json, today);
  const { departments, offices, doctors, prices, faq } = knowledge;
  const counts = {
    '科室 departments': departments,
    '办事处 offices': offices,
    '医生 doctors': doctors,
    '价格 prices': prices,
    '问答 questions': faq,
  };
  const told = Object.entries(counts).map(([name, { length }]) => `  ${name}: ${String(length)}`);
  const warnings = knowledgeWarnings(json, knowledge, today).map(
    ({ path: at, message }) => `  注意 warning  ${at}: ${message}`,
  );
  process.stdout.write(`${[`${path} 没有错误 / no fault`, ...told, ...warnings].join('\n')}\n`);
}
