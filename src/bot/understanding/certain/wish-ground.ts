import type { Part } from '../readers/part.types.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** One's own state or trouble: 俺腿脚不利索, 一个人忙不过来, 我们上班的赶不上. */
const OWN = guarded(
  /(?:我|俺|咱|自己|家里|家属|老人|老年人|年纪|岁数|一个人|孩子|宝宝|娃|产妇|爸|妈|爹|娘|奶奶|爷爷)[^,!?;。]{0,12}(?:不(?:利索|方便|好使|中|行|便|得劲|灵|来|及|住|动|清|了|上|到|过|着)|难|累|花|聋|差|老|小|高|远|多|怕|抢|赶)|(?:腿脚|牙口|眼神|眼睛|耳朵|记性|身子)[^,!?;。]{0,6}(?:不|差|花|背)/,
);
/** Somebody or something of the house did it. */
const OF_THE_HOUSE = /医院|护士|医生|大夫|护工|你们|态度|没人(?:管|理)|投诉|管[^,]{0,4}床|骗|骂|吼|凶|不理|赶我|不让/;

/** 希望多安几个扶手，俺腿脚不利索: why one wishes is told of oneself, and blames nobody (handbook section 2). */
export const readWishGround: ReadCertain = ({ parts }, found) => {
  if (!found.some(({ kind }) => kind === 'suggestion')) return null;
  const faulty = parts.filter(isFaulty);
  if (faulty.length === 0 || !faulty.every((part) => isGround(part, parts))) return null;
  return { adds: [], drops: ({ kind, evidence }) => kind === 'complaint' && evidence === 'opinion.shortcoming' };
};

function isFaulty({ faults, verdicts }: Part): boolean {
  return faults.length > 0 || verdicts.some(({ grade }) => grade === 'dissatisfied');
}

/** Said beside a wish, of the one who wishes. */
function isGround(part: Part, parts: readonly Part[]): boolean {
  const at = parts.indexOf(part);
  const beside = parts[at - 1]?.scope.wish === true || parts[at + 1]?.scope.wish === true;
  return beside && !part.scope.wish && part.roles.length === 0 && OWN.test(part) && !OF_THE_HOUSE.test(part.text);
}
