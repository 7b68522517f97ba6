import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import { gapped } from './gapped.ts';
import { fragmentsOf, invites } from './opening.ts';
import { coreOf, match, whole } from './patterns.ts';

const AGREE = new RegExp(
  `^(?:${[
    "好|好的|好啊|好呀|好吧|好嘞|好滴|可|可以|可以的|可以啊|可以吧|行|行的|行啊|行吧|成|中|得|嗯|嗯嗯|恩|恩恩|哦|哦哦|喔|喔喔|噢|对|对的|对啊|对对|对头|对滴|对了|是|是的|是啊|是滴|是这样|就是|就是的|就是这样|就是这个意思|没错|不错|正确|正是|确实|确认|愿意|乐意|同意|接受|我接受|没问题|要得|要的|懂了|晓得了|知道了|明白|明白了|了解|了解了|收到|当然|当然可以|肯定|肯定的|必须的|方便|有的?|还有|1|一|y|yes|yep|yeah|yup|ya|ok|okay|okk|sure|right|correct|that's right|thats right|exactly|fine|of course|agreed|true|indeed|go ahead|please do|i do|i am|absolutely|系|系啊|系嘅|啱|无错|太好了|挺好|没意见|好说|请说|请讲|请问|说吧|问吧|讲吧|你说|你问|你问吧|你说吧|来吧|就这样|就这么办|就这么定|定了|☺"
      .split('|')
      .join('|'),
  ].join('|')})$`,
);
const AGREED = guarded(
  /^(?:对|是的?|嗯+|没错|好的?|行|可以|正确|ok|yes|yeah|right|correct)(?:的|啊|呀|吧)?(?=[,.!。]|就是|你?[问说讲])|(?:你|那你|可以|就|那就|想)(?:问|说|讲)(?:吧|就是|好了|$)|我(?:愿意|可以|能|来)(?:答|回答|说|配合|讲)|可以(?:问|说|讲|回答|聊|继续)|愿意(?:回答|配合|说|讲|继续|评价)|就是(?:这个|这样|那个)(?:意思|的)?|是这(?:个|样)(?:意思|的)?|\b(?:go ahead|that's (?:right|correct)|you can ask|happy to|i'm willing|willing to|i'd be willing|i can answer)\b/,
);
const DECLINE = new RegExp(
  `^(?:${[
    "不|不是|不是的|不对|不行|不可以|不成|不中|不用|不用了|不要|不要了|不必|不必了|不了|不好|不愿意|不愿|不想|不想说|不想说了|不想答|不想谈|不需要|不方便|不同意|不接受|没有|没有了|没|没了|没必要|没有必要|没意义|没什么|没什么好说的?|没啥好说的?|没啥说的?|没啥|算了|免了|绝对不|绝不|否|不适合|不合适|拒绝|别问了|别说了|别了|拉倒|改天|不系|唔系|冇|冇啊|唔使|唔使了|唔要|无|2|二|n|no|nope|nah|nay|not really|no thanks|no thank you|not now|not interested|wrong|incorrect|never|i'd rather not|rather not|don't|please don't|not at all|no need|i don't want to|i do not want to"
      .split('|')
      .join('|'),
  ].join('|')})$`,
);
const DECLINED = guarded(
  /^(?:不是|不对|不不|错了?|没有|no\b)(?=[,.!。]|我|的)|不(?:想|愿意?|用|需要|要|必|打算)(?:再)?(?:说|谈|提|答|问|回答|聊|回忆|参加|评价|回访|打扰|麻烦|做|了)|没(?:有)?(?:心情|心思|必要|意思|意义|什么好说|什么可说|啥好说|啥可说|精力)|别(?:再)?(?:问|说|提|打扰|烦)|(?:问|说|讲)(?:这些|这个|了)(?:还|又)?(?:有(?:什么|啥)(?:用|意义)|没(?:用|意义))|算了|(?:心里|太|很)(?:难受|难过|伤心)|没什么好(?:说|问|谈|讲)|不适合我|完成不了|不是(?:这个|那个|这|那)(?:意思|样)|\b(?:(?:don't|do not|rather not|not (?:ready|willing|able|up to|in the mood)|prefer not)(?: want| wish)?(?: to)?|no,? (?:thanks|thank)|leave (?:us|me) (?:alone|be)|not right now|too (?:hard|painful|upset))\b/,
);
const RECOVERED = guarded(
  /^(?:现在|已经|早就|早|后来|目前|今天)*(?:好了|没事了?|不疼了|不痛了|没有了|不喘了|缓过来了?|恢复了|好多了|好些了)(?:,|$)|^(?:not (?:any ?more|now)|it(?:'s| is) (?:gone|fine|better)|all (?:fine|good|better) now)/,
);

/** Reads yes or no to what was asked (consent after a death, situation 22). 没有, 不是, 对, 嗯, 好 are read by the schema alone. */
export function readYesNo(n: Normalised): readonly Finding[] {
  const core = coreOf(n.text);
  const fragments = fragmentsOf(gapped(n).text);
  if (core === '' && /嗯|哦|噢|☺/.test(n.text)) return [whole(n, 'agree', 0.85, 'yes_no.nod')];
  if (DECLINE.test(core)) return [whole(n, 'decline', 0.95, 'yes_no.no')];
  if (AGREE.test(core)) return [whole(n, 'agree', 0.95, 'yes_no.yes')];
  if (RECOVERED.test(n) && core !== '好了') return [whole(n, 'decline', 0.8, 'yes_no.over')];
  if (fragments.some(invites) && !/不想|别|不要|不用/.test(n.text)) return [whole(n, 'agree', 0.9, 'yes_no.go_on')];
  const no = match(n, 'decline', DECLINED, [0.85, 'yes_no.declined']);
  if (no !== null) return [no];
  const yes = match(n, 'agree', AGREED, [0.85, 'yes_no.agreed']);
  return yes === null ? [] : [yes];
}
