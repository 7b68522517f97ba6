/**
 * "Go ahead" in any wording, put together from small words: who is spoken to (你, 恁), leave (尽管, 就), the verb (问, 说, 来)
 * and particles of any region (吧, 嘛, 撒, 噻, 喽). 说吧 invites; 再说 and 回头说 put off, for nothing may stand before it.
 */
const PARTICLE =
  '(?:的|滴|哒|啊|呀|吧|嘛|呗|撒|啦|喽|咯|呢|哈|噻|嘞|咧|哩|哇|喔|哦|耶|了|着|罢|么|诶|欸|哟|嘅|喇|捏|昂|嗷|呐|哪|儿|☺){0,6}';
const YOU = '(?:你们?|恁们?|侬|倷|尔|汝)?';
const LEAVE =
  '(?:就|尽管|直接|随便|随意|快点?|赶紧|赶快|接着|继续|可以|只管|只顾|慢慢|放心|搞快|先|只|来|给我|跟我|想(?:问|说)|有?(?:啥|什么|何|甚|么子)(?:事情?|话|问题)?){0,5}';
const SAY = '(?:问|说|讲|来|开始|聊|唠|谈|弄|整|搞|话|提|倾|倾偈|开问|开聊|开整|往下)';
const SAY_TAIL = '(?:就是|就行|就好|好了|好啦|即可|无妨的?|我|俺|几句|两句|起[走来]?|都行|都中|都可以){0,3}';
const INVITE = `(?:那|就|噶|行|好|嗯){0,4}${YOU}${LEAVE}${SAY}${SAY_TAIL}${PARTICLE}`;
const NOW =
  '(?:我|俺|咱|这边|这里|人|现在|这会儿?|这阵子?|这下|这时候?|眼下|正好?|刚好?|还|倒是|今天|都|也|而家|依家|此刻){0,4}';
const FREE =
  '(?:有空闲?|有时间|有工夫|有功夫|有闲|得空闲?|得闲|闲着|闲得很|空着|没事|不忙|方便|不碍事|无碍|没关系|可以|可得|可中|能行|得行|能成|要得|使得|行得|中|成|行|得|能|好说|在家|在线|在的|在呢|在|没问题|冇问题|没得问题|ok|okay)';
const YES =
  '(?:嗯|恩|昂|哦|噢|喔|好|妥|妥妥|对|对头|是|系|可|收到|了解|晓得了?|知道了?|来|走起|冲|安排|上|搞起|整起|放马过来|奉陪|支持|配合|乐意|愿意|欢迎|当然|肯定|必须|必|没毛病|阔以|可以问|可以讲|可以说|能问|能说|能回答|愿意答|哈喽|你好|喂|嗨|早|您好|谢谢|没错|1|☺)';
const OPEN = new RegExp(
  `^(?:${INVITE}|(?:(?:${NOW}(?:很|挺|蛮|都|也|就|老)?${FREE}|${YES})${PARTICLE}){1,8}(?:${INVITE})?)$`,
);
const GREETING_ONLY = /^(?:你好|您好|喂|嗨|哈喽|早|早上好|上午好|下午好|晚上好|谢谢|☺|哎|唉|诶){1,6}[啊呀]*$/;
const INVITES = new RegExp(`^${INVITE}$`);

const BORDER = /[,.!?;。、…~☹◇\n]+/;

/** The stretches of a reply between punctuation or blanks. */
export function fragmentsOf(text: string): readonly string[] {
  return text
    .split(BORDER)
    .map((fragment) => fragment.trim())
    .filter((fragment) => fragment !== '');
}

/** One stretch that says no more than "yes, now is fine". */
export function isOpen(fragment: string): boolean {
  return fragment.length <= 16 && OPEN.test(fragment) && !GREETING_ONLY.test(fragment);
}

/** A message whose last words ask us to go on: 忙死了 赶紧问. */
export function asksOn(text: string): boolean {
  return invites(fragmentsOf(text).at(-1) ?? '');
}

/** 你问吧, 说嘛: asks us to go on, whatever stood before. */
export function invites(fragment: string): boolean {
  return fragment.length <= 16 && INVITES.test(fragment) && !/^来+了?$/.test(fragment);
}
