import type { Finding } from '../../../domain/finding.ts';
import type { AnswerSchema } from '../../../flows/flow.ts';
import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Part } from './part.types.ts';
import { coreOf, match, whole } from './patterns.ts';
import { VAGUE } from './reason.ts';

/** Nothing more to say, as a whole message. */
const NOTHING =
  /^(?:(?:我|这边|目前|暂时?|现在|真的?|都|也|就|其他|其它|别的|倒|还|再|应该|好像|基本|大概){0,5}(?:没|木有|没得|莫得|莫有|冒得|冇得|无|冇|毛)(?:有|得|么子|么得|什么|啥子?|任何|别的|其他|其它|太多|多少|要(?!说)|想(?![说讲])|好|可(?![说挑])|具体|特别的?){0,5}(?:意见|建议|想法|问题|补充|要求|想说|要说|说(?!明)|讲|反映|需要|不满意?|事|话|可说|提|需求|不足|缺点|改进|想讲|反馈|说明|情况|不周|看法|毛病|可挑){0,4}(?:的|了|啦|哒|咯|哈|吧|地方|喔|哦|耶|捏|呀|喇|喽|噻|撒|嘞|咧|哩|呗|嘛|哟|啊|呐|事儿?){0,3}|(?:不|不用|不必|不需要|用不着|唔使|不想)(?:了|说|讲|提|再说|多说|补充|写){0,4}|不聊了|不多说了|说完了|都说(?:过|完)?了|就这些|就这样|就这|就酱|先这样|先这些|这样就(?:好|行)|这样吧?|够了|可以了|行了|好了|好的|好|嗯|行|可以|中|ok|完了|完毕|over|结束|到此为止|挺好的?|都挺好的?|都好|都很好|很好|非常好|都不错|不错|都满意|很满意|满意|继续(?:保持|努力|加油)|加油|一切都好|都可以|没毛病|各方面都(?:挺|很)?好的?|希望(?:你们?|医院)?越(?:来|办)越好|0|跳过|算了|下次再说|想不出来?|想不起来?|想到再说|暂时想不到|一时想不(?:起|到|出)来?){1,8}$/;
const NOTHING_EN =
  /^(?:no|nope|none|nothing|nah|n\/a|na|not really|that's (?:all|it)|thats (?:all|it)|that is all|all good|all fine|i'm good|im good|i'm fine|no more|no comments?|no suggestions?|nothing (?:else|more|to add|at all|really|comes to mind|special)|no,? nothing(?: else| more)?|not at the moment|not right now|everything (?:was|is) (?:fine|good|great|ok|okay)|all (?:was )?(?:good|fine|ok)|keep (?:it )?up(?: the good work)?|no,? that's (?:all|it)|none at all|done|finished|end)[\s,.!]*(?:thanks|thank you|ty)?[\s,.!]*$/;
/** Nothing more, said at the start of more words (没有了，谢谢你们). */
const NOTHING_FIRST = guarded(
  /^(?:暂时|目前|我|也|真|都|嗯,?|哦,?){0,6}(?:没有了?|没了|莫得了?|没得了?|没啥子?了?|没别的|没什么了?|没别的了?|没意见|没有意见|没什么(?:意见|建议|想说的|要说的|好说的)|没啥(?:意见|建议|想说的|要说的|好说的|可说的|说的)|没有别的了?|没有其他的?了?|没建议|不说了|不用了|不了|就这些|就这样|无)(?:吧|的|啊|呀|啦|哈)?(?=[,.!。;、…☺\n]|$|谢|感谢|多谢|辛苦|祝|再见|拜)/,
);
const DECLINE_REASON =
  /^(?:我|也|就|反正|其实|总之|真的?|都){0,6}(?:说不好|说不上来?|说不清楚?|不好说|没什么|没啥|没原因|没(?:有|什么|啥)(?:原因|理由|好说的?|特别的?|具体的?|为什么|可说的?)|没理由|没有|没了|不想说|不想讲|不说了|不说|懒得说|不方便说|算了|不知道|不清楚|就是(?:感觉|觉得|不满意|不好|一般)|感觉(?:吧|而已)?|凭感觉|纯感觉|直觉|你们?(?:自己)?(?:知道|清楚|想|心里有数|查|看)|无|跳过|过|下一个(?:问题|题)?|下一题|你猜|这还用(?:问|说)|他们?(?:自己)?(?:心里)?(?:清楚|知道|有数)|(?:一时)?(?:想|记)不起来|(?:具体|也|太久|早)?(?:都)?(?:记不得|记不清|忘记|不记得)|就?(?:是)?觉得(?:一般|不好|不行)|说来话长|不提了|没必要说|随便|一言难尽|不想多说|没法说|忘了|记不(?:清|得|起来)了?)(?:了|吧|啊|的|呢|呀|哦|啦){0,6}$/;
const DECLINE_REASON_EN =
  /^(?:no(?:thing| reason| particular reason| comment)?|none|nothing (?:special|specific|really|particular)|just (?:because|a feeling|my feeling)|no specific reason|i don't know|don't know|not sure|hard to say|can't say|rather not say|skip|n\/a|never ?mind|forget it|i'd rather not)(?:,? (?:thanks|really|sorry))?$/;
const NO_FACTS = guarded(/^(?:不想(?:再)?(?:说|提)|不(?:用|必)(?:了|记)|别(?:管|记)了|反正(?:说|讲)了也没用)/);
const HAS_SOMETHING =
  /^(?:有|有的|有啊|有一个|有几个|有一点|有点|有意见|有建议|我有|有话说|yes|yeah|i do|yes i do|there is|a few things?)$/;

/** Reads the end of a free-text question: nothing to say, or no reason that could be told. */
export function readFreeText(n: Normalised, schema: AnswerSchema, parts: readonly Part[]): readonly Finding[] {
  const core = coreOf(n.text);
  if (schema === 'free_text' && HAS_SOMETHING.test(core)) return [whole(n, 'agree', 0.85, 'free_text.has_something')];
  if (schema === 'free_text') return nothingMore(n, core, parts);
  if (DECLINE_REASON.test(core) || VAGUE.pattern.test(core) || DECLINE_REASON_EN.test(core) || isNothing(core))
    return [whole(n, 'decline', 0.9, 'reason.none')];
  if (schema === 'facts') {
    const no = match(n, 'decline', NO_FACTS, [0.85, 'facts.none']);
    return no === null ? [] : [no];
  }
  return [];
}

function isNothing(core: string): boolean {
  return (
    NOTHING_EN.test(core) || (core !== '' && /^(?:没|无|冇|木有|不用|不必|算了|不说)/.test(core) && NOTHING.test(core))
  );
}

function nothingMore(n: Normalised, core: string, parts: readonly Part[]): readonly Finding[] {
  const says = n.text.replace(/[,.!?;。、…~\s☺◇]/g, '');
  if (
    NOTHING.test(says) ||
    (core !== '' && NOTHING.test(core.replace(/[,.!?;。、…~\s☺◇]/g, ''))) ||
    NOTHING_EN.test(core)
  ) {
    return [whole(n, 'decline', 0.95, 'free_text.nothing')];
  }
  const wrong = parts.some(
    (part) => part.faults.length > 0 || part.scope.wish || part.verdicts.some((said) => said.grade !== 'satisfied'),
  );
  if (wrong || parts.some((part) => part.opener === 'contrast')) return [];
  const first = match(n, 'decline', NOTHING_FIRST, [0.9, 'free_text.nothing_first']);
  if (first !== null) return [first];
  // Good words without a deed or a name add nothing: the question is answered.
  const praised =
    parts.some((part) => part.verdicts.length > 0) && parts.every((part) => part.verdicts.length > 0 || !part.content);
  return praised && !parts.some((part) => part.deeds.length > 0 || part.names.length > 0)
    ? [whole(n, 'decline', 0.85, 'free_text.all_well')]
    : [];
}
