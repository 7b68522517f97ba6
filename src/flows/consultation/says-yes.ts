/** 对, 可以了, 就这样, 没问题: what one says to a summary that is right. */
const YES =
  '(?:嗯+|恩+|哦+|噢|诶|哎|唔|对+头?|是+|好+|行+|中|成|得|妥|要得|可以|确认|确定|同意|正确|准确|无误|没错|没有错|没毛病|没问题|没有问题|没啥问题|没得问题|冇问题|冇錯|沒錯|沒問題|對+|確認|正確|(?:就)?(?:这样|这么|这个|那样|这样子|這樣)(?:着|约|定|办|吧|行|可以)*|就约这个|就它|(?:都|全|信息)(?:是)?对|不用改|不改|没有要改|ok(?:ay)?|yes|yep|yeah|sure|correct|right|👌|👍)';
/** What clings to it. */
const SUFFIX = '(?:的|了|吧|啊|呀|呢|哈|嘞|滴|哒|呗|咧|哦|嘛|噢|定|约|(?:这[回次下])|(?:现在|这里|上面))*';
const WHOLE = new RegExp(
  `^(?:(?:这[回次下]|现在|都|全部?|上面|信息|名字|电话|时间)*${YES}${SUFFIX})+(?:谢谢(?:你们?|您|啦|了|哈)?|麻烦(?:你们?|您)?了?|辛苦了?|多谢|thanks?(?: you)?)?$`,
  'iu',
);
const FIRST = new RegExp(`^${YES}${SUFFIX}$`, 'iu');
/** What takes half of a yes back. */
export const HALF = /[?？吗嗎]|等|先|再|但|不过|考虑|问问|想想|\b(?:wait|but|maybe|later|let me)\b/iu;
const NOT_WORDS = /[\s,，。.!！~～、;；:："“”'🙏😊]+/gu;

/** 可以了，就这样: yes to a summary and nothing else, though elsewhere the same words take leave. */
export function isWholeYes(text: string): boolean {
  return !HALF.test(text) && WHOLE.test(text.normalize('NFKC').replace(NOT_WORDS, ''));
}

/** 对，就周六上午: yes, and then facts that stand in the summary already. `known`: the words of it besides the day. */
export function saysYesAgain(text: string, known: readonly string[]): boolean {
  const [first = '', ...more] = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,，。.!！、]+/u);
  if (more.length === 0 || HALF.test(text) || !FIRST.test(first)) return false;
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), more.join(''));
  return rest.replace(DAY_WORDS, '').replace(NOT_WORDS, '') === '';
}
const DAY_WORDS =
  /(?:下|这|本)?(?:个)?(?:周|星期|礼拜|禮拜|週)[一二三四五六日天末]?|今天|明天|后天|後天|大后天|\d{1,2}月|\d{1,2}[号日號]|[一二三四五六七八九十]+[号月]|上午|下午|晚上|早上|晚间|就|的|是|约|那|定|了|吧|在|啊|呀|哈|挂|看|天|号/gu;
