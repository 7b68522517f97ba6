import type { Part } from '../readers/part.types.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** 没得话说, beside a grade, grades once more. */
const IDIOM =
  /^(?:真的?|实在|确实|那是|是|也|都|啊|,)*(?:没(?:有|得|啥|什么)?(?:话说|的说|挑|得挑|说的)|很?满意|挺好|可以|不错|不孬)(?:的|了|啊|呀|哈|嘛|哩|嘞)*$/;
/** About our questions, or what comes next. */
const TALK = /问|交卷|填|选|按|问卷|调查|评|本人|方便|没课|不忙|不说了|就这|先这样|没别的|没了|没有了|忙/;
/** Something was done for somebody, or somebody is thanked: the model may well be right. */
const DONE =
  /给(?:我|他|孩|咱|俺|病人)|帮|替|专门|特意|陪|扶|擦|翻身|哄|讲得|说得|细心|耐心|谢|点赞|夸|感动|暖|一宿|一夜|守着|感激|要不是|命|熬夜|天天|每天|半夜|亲自|主动|比[^,]{1,8}还|像[^,]{1,6}一样|跟[^,]{1,4}(?:似的|一样亲)/;
const HAN = /[\u4e00-\u9fff]/;
/** 产科医生没得挑: where they work. */
const OF_A_WARD = /^[\u4e00-\u9fff]{1,4}(?:科|楼|病区)(?:室|里)?的?(?:医生|大夫|护士|医师)/;

/** 医生满意, 大夫没得挑: a bare grade is a rating and no praise, whatever stands beside it (handbook section 2). */
export const readGradeNoPraise: ReadCertain = ({ parts }, found) => {
  const guessed = found.some((finding) => finding.kind === 'praise' && isGuess(finding));
  if (!guessed || !parts.some(({ verdicts }) => verdicts.length > 0)) return null;
  const told = found.some((finding) => finding.kind === 'complaint' && !isGuess(finding));
  const asks = parts.filter((part) => !isWished(part, parts));
  const rest = told ? asks.filter((part) => !isBlame(part) || part.names.length > 0) : asks;
  if (rest.some(({ text }) => DONE.test(text))) return null;
  if (rest.some((part) => mayPraise(part, told ? parts.slice(0, parts.indexOf(part)) : []))) return null;
  return { adds: [], drops: (finding) => finding.kind === 'praise' && isGuess(finding) };
};

/** Tells more than a grade, and not of what fell short before it. */
function mayPraise(part: Part, before: readonly Part[]): boolean {
  if (isBareGrade(part)) return false;
  if (!HAN.test(part.text)) return true;
  if (part.scope.question || part.scope.wish || IDIOM.test(part.text)) return false;
  if (part.roles.length === 0 && TALK.test(part.text)) return false;
  return !goesOn(part, before.at(-1), before);
}

/** 建议就一条，把停车场扩一扩: what is wished for, right behind the words that wish. */
function isWished(part: Part, parts: readonly Part[]): boolean {
  const last = parts[parts.indexOf(part) - 1];
  return last?.scope.wish === true && part.roles.length + part.verdicts.length + part.deeds.length === 0;
}

function isBlame({ faults, verdicts }: Part): boolean {
  return faults.length > 0 || verdicts.some(({ grade }) => grade === 'dissatisfied');
}

function isBareGrade({ content, deeds, names, text }: Part): boolean {
  return deeds.length === 0 && names.length === 0 && (!content || OF_A_WARD.test(text));
}

/** Words after what fell short, of nobody else: they still tell of it. */
function goesOn(part: Part, last: Part | undefined, before: readonly Part[]): boolean {
  if (last === undefined || part.roles.length + part.verdicts.length + part.deeds.length + part.names.length > 0)
    return false;
  return isBlame(last) || goesOn(last, before.at(-2), before.slice(0, -1));
}
