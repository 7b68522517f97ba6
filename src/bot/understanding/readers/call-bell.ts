import { guarded } from '../sieve/guarded.ts';
import type { Part } from './part.types.ts';

const BELL = guarded(
  /按[^,.!?。]{0,5}铃|呼叫[铃器]|床头铃|拉铃|打铃|\bcall (?:bell|button|light)s?\b|\bbuzzers?\b|\b(?:rang|ring|ringing|pressed) [^,.!?]{0,8}bell\b/,
);
/** The bell itself is at fault, or is wished for. */
const OF_THE_BELL = guarded(
  /坏(?:了|的|着|掉|过)|是坏|不响|不亮|不通|失灵|不灵|失效|故障|接触不良|够不[着到]|摸不[着到]|报修|[没不]人?(?:来)?修|没电|没装|装(?:个|一|在|上|得|低|高)|没有(?:呼叫)?铃|\bbroken?\b|\bnot work|\b(?:didn|doesn|wasn|isn)'t work|\bout of (?:order|reach)\b|\bfaulty\b|\binstall/,
);
/** Somebody has called with it. */
const CALLED = guarded(
  /按|拉铃|打铃|没人|不来|没来|才来|[就都]来|等|不理|不应|没应|没反应|不接|没接|\brang\b|\bring|\bpress|\bnobody\b|\bno one\b|\bcame\b|\bcome\b|\banswer|\bminutes?\b|\bhours?\b|\bignor/,
);

/**
 * Whom a part about the call bell is about: who was called and came or did not (按铃没人来: the nurses), or the thing (呼叫铃坏了).
 * Null: it is about no bell.
 */
export function whoseBell(part: Part): 'nurse' | 'equipment' | null {
  if (!BELL.test(part)) return null;
  return !OF_THE_BELL.test(part) && CALLED.test(part) ? 'nurse' : 'equipment';
}
