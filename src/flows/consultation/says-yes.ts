/** 对, 可以了, 要得, 中, 冇错: what one says to a summary that is right. */
const YES = [
  '嗯|恩|哦|噢|诶|哎|唔|对头?|對|是|系|係|啱|好|行|中|成|得|妥|要得|可以|可|同意|确认|確認|确定|確定|正确|準確|准确|正確|无误|無誤',
  '[没沒冇莫无木]得?(?:有|啥|什么|甚麼)?(?:错|錯|毛病|问题|問題|意见|差)',
  '(?:就)?(?:是)?(?:这样|这么|这个|那样|这样子|這樣|這個|它)(?:着|约|約|定|办|吧|行|可以|号|號)*',
  '(?:都|全|信息)(?:是)?[对對]|不用改|不改|没有要改',
  '(?:ok(?:ay)?|yes|yep|yup|yeah|sure|correct|right|perfect|great|good|fine|confirm(?:ed)?|goahead|bookit|doit)',
  '👌|👍',
].join('|');
/** 帮我约上, 定了吧, 就用这个号: what it is said with; where nothing else is asked, it is a yes too. */
const GO =
  '(?:麻烦|请|請)?(?:帮我|給我|给我|幫我|帮忙)(?:预约|預約|约|挂|定|订)|(?:[帮幫](?:我|俺|咱|忙)|[给給](?:我|俺|咱)|替我|麻烦|[请請]|就|可以)*(?:(?:定|订|訂|约|約|挂|掛|办|辦|提交|登记|登記|预约|預約|确认|確認|确定|確定)(?:(?:上|好|下来?|这个|一下)?了?(?:吧|哈|嘛|啊|呗)|上|好|下来|一下|了)|用(?:这个|這個|我这个|本|这)(?:手机|电话|手機|電話)?[号號]码?)';
/** What clings to it. */
const SUFFIX = '(?:的|了|吧|啊|呀|呢|哈|嘞|滴|哒|呗|咧|哦|嘛|噢|嘅|喔|着|(?:这[回次下])|(?:现在|这里|上面))*';
const LEAD =
  '(?:那|这[回次下]|现在|都|全部?|上面|信息|内容|资料|資料|名字|电话|時間|时间|日期|[您你]?(?:写|说|记)的|that(?:\\W?s|is)|its?|all|everything|looks|please|just)*';
const THANKS = '(?:谢谢(?:你们?|您|啦|了|哈)?|謝謝|麻烦(?:你们?|您)?了?|辛苦了?|多谢|thanks?(?: ?you)?|please)?';
const WHOLE = new RegExp(`^(?:${LEAD}(?:${YES}|${GO})${SUFFIX})+${THANKS}$`, 'iu');
const FIRST = new RegExp(`^(?:${YES}|${GO})${SUFFIX}$`, 'iu');
/** What takes half of a yes back. */
export const HALF = /[?？吗嗎]|等|先|再|但|不过|考虑|问问|想想|\b(?:wait|but|maybe|later|let me)\b/iu;
const NOT_WORDS = /[\s,，。.!！~～、;；:："“”"'\u2019🙏😊]+/gu;

const LONGEST = 40;

/** 可以了，就这样: yes to a summary and nothing else, though elsewhere the same words take leave. */
export function isWholeYes(text: string): boolean {
  return text.length <= LONGEST && !HALF.test(text) && WHOLE.test(text.normalize('NFKC').replace(NOT_WORDS, ''));
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
