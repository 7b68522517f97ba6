import type { Finding, OpinionFinding } from '../../../domain/finding.ts';
import { isReal } from '../model/vetoes.ts';
import type { Part } from '../readers/part.types.ts';
import { guarded } from '../sieve/guarded.ts';
import { blame } from './blame.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

const COST =
  '(?:[\\d一二两三四五六七八九十几]+(?:[百千万]|[多来]?[块元])|(?<!不|没|不太)贵(?!院|科|姓|方|州)|高价|好几[百千万]|花了?(?:我们?|好多|不少|很多|大)|块钱)';
const NO_USE =
  '(?:(?:没|没有|没啥|没什么|毫无|不|不太|不怎么)(?:什么|啥|任何|半点|一点|多大|起)?(?:用(?![完上过到掉药着错得的在心着])|效(?!率)|作用|疗效|管用|见效|见好|好转|顶用)|(?:用|效果|作用)(?:都|也)没有|白花|打水漂|白吃)';
/** Paid for, and of no use: in this order or the other, in one clause. */
const WASTED = guarded(new RegExp(`${COST}[^!?;。,]{0,14}?${NO_USE}|${NO_USE}[^!?;。,]{0,8}?${COST}`));
/** What was paid for here. */
const TREATMENT = /药|针|检查|治疗|手术|住院|理疗|膏|ct|片子|化验|输液|看病/;
const NOT_OURS = /药店|网上|自己买|别的医院|其他医院|别家|小诊所|外面买|保健品|老家|没白花|没有白花|钱没白/;
/** Besides, something is asked for that we cannot give. */
const DEMAND = /退|赔|还我|还给|减免|要求|处分|开除|说法|给我(?:再|重)/;

/** 三千块的药没用: dear and of no use is a shortcoming, whoever prescribed it (situation 9). */
export const readWastedMoney: ReadCertain = (reading, found) => {
  const part = reading.parts.find(isWaste);
  if (part === undefined) return null;
  const asks = DEMAND.test(reading.n.text);
  const adds = blame(reading, { part, things: ['fees'], evidence: 'certain.wasted_money' });
  const known = found.find(({ kind }) => kind === 'complaint');
  return {
    adds: known?.kind === 'complaint' ? adds.map((one) => (one.kind === 'complaint' ? withFees(known) : one)) : adds,
    drops: (finding) => finding === known || (isGuess(finding) && isMistaken(finding, asks)),
  };
};

function withFees(complaint: OpinionFinding): OpinionFinding {
  return { ...complaint, concerns: [...new Set([...complaint.concerns, 'fees'])] };
}

function isMistaken({ kind }: Finding, asks: boolean): boolean {
  return kind === 'off_topic' || (kind === 'beyond_authority' && !asks);
}

function isWaste(part: Part): boolean {
  return (
    WASTED.test(part) && TREATMENT.test(part.text) && !NOT_OURS.test(part.text) && isReal(part) && !part.scope.question
  );
}
