import { guarded, type Marked } from '../sieve/guarded.ts';

/** Where a message takes back something said before, in the normalised text. */
export interface CorrectionMark {
  readonly start: number;
  readonly end: number;
  /** Slips (按错了) take back an answer; `misread` (你理解错了) says that we got it wrong. */
  readonly kind: 'slip' | 'misread';
}

const SLIP = guarded(
  /(?:打|按|选|点|写|发|输|填|说|回|敲|弄|搞|整|摁|戳|揿|回复|答|讲|看|评|听)错(?:了|啦|掉|字)?(?!过|针|药|人|床|名|单|片|账|钱|费|电话|号|地方)|手滑|手误|手抖|口误|更正|纠正一下|(?:改成|改为|改一下|改回)|(?:说|搞|弄|选|打)反了|重新选|收回(?:刚才|前面)|(?:应该|应当)是(?=[,:]?\s*(?:[123一二三]|不?满意|基本|第|很|一般|还行|差))|\b(?:typo|i mean\b(?=[,: ]*(?:satisf|not satisf|dissatisf|[123]\b|good|bad))|i meant|meant to (?:say|press|type|send)|pressed the wrong|hit the wrong|wrong (?:button|number|key|one|option)|my mistake|correction|scratch that|oops|should (?:be|have been) (?=[123]\b|satisf|dissat|mostly|not satisf))\b/,
);
const SLIP_BY_OTHERS = /(?:医生|护士|大夫|他们|你们?|医院|药房|食堂|窗口|收费)[^,!?;。]{0,4}$/;
const OF_ANSWER = /(?:那个|那题|那条|这个|上面|前面|那项|一题)$/;
const MISREAD = guarded(
  /你们?(?:是不是)?(?:都)?(?:理解|搞|弄|听|会错|误会|记|看|误解|领会)(?:错|反|岔|我)?(?:了|意|的意思)?(?:意思)?(?:了)|(?:你们?)?(?:误会|误解|曲解)(?:我|了)|我(?:可|又|根本|并)?(?:没|没有|不是|哪)(?:这么|那么|那样|这样)?(?:说|讲)(?!完|清|明白|什么|错|话)|(?:不是|没有)(?:这个|那个|那|这)(?:个)?意思|我的意思是|我(?:说的|指的)(?:是|不是)|我是说|我是指|^(?:不对|错了|不是)(?=[,。!;])|^(?:不对|不是)(?=我是?说)|你没(?:听|看|弄|搞)(?:懂|明白|清)|(?:没|不)是(?:那|这)回事|\b(?:you misunderstood|you got (?:it|me) wrong|misunderst(?:ood|anding)|not what i (?:said|meant)|i (?:didn't|did not|never) say|that's not (?:it|right|what)|that is not what|what i mean is|i was talking about)\b/,
);

/** Cheap test: nothing is taken back without one of these. */
const TRIGGER = guarded(
  /[错反滑误抖正改应收会岔意说指对是懂明清]|typo|meant|wrong|mistake|correct|mis|not |n't|talking/,
);

/** Finds the words that take back or put right; null when there are none. */
export function readCorrection(n: Marked, borders: readonly number[] = []): CorrectionMark | null {
  if (!TRIGGER.test(n)) return null;
  const { text } = n;
  const slip = SLIP.exec(n);
  if (slip !== null) {
    const from = borders.findLast((border) => border <= slip.index) ?? 0;
    const left = text.slice(from, slip.index);
    if (!slip[0].includes('错') || OF_ANSWER.test(left) || !SLIP_BY_OTHERS.test(left))
      return { start: slip.index, end: slip.index + slip[0].length, kind: 'slip' };
  }
  const misread = MISREAD.exec(n);
  return misread === null ? null : { start: misread.index, end: misread.index + misread[0].length, kind: 'misread' };
}
