/** Signs of illness that people name only to say they do not have them (没有胸痛，就是偶尔心慌). */
const SIGN =
  '胸[痛疼闷]|头[晕疼痛]|心慌|发[烧热]|咳嗽|咳|恶心|呕吐|吐|拉肚子|腹泻|肚子[疼痛]|腹痛|胃[疼痛胀]|反酸|感冒|流鼻涕|鼻塞|出血|流血|受伤|外伤|摔[倒着过跤]?|磕[着过]?|红肿|肿|痒|疼痛|疼|痛|晕|喘|麻|怀孕|抽烟|喝酒|过敏|高血压|糖尿病|胃病|心脏病|别的(?:不舒服|症状|毛病|病)|其他(?:不舒服|症状)|其它症状|不适';
/** …, and how: 不疼不痒, 也没发烧, 没感冒. Not 不舒服, 没劲: those are troubles themselves. */
const DENIED = new RegExp(
  `(?:也|都|又|从|并|一点|什么)?(?:没有|没|不是|无|未|不|不再)(?:什么|啥|怎么|咋|很|太|明显|过|得过|觉得|感到|感觉)?(?:${SIGN})(?:过|了|着)?(?=$|[,。;、!?. 不没也就只无但可又]|可是|的话|$)`,
  'g',
);
/** Said of what is wrong, not of what is absent: 血止不住, 不吐不快 never match, as their words stand in no list. */
const KEPT = /(?:忍|受|止|压|控制)不(?:住|了)/;

/** The message without what it says is not the case: the rest votes. What is left of nothing but denials is kept whole. */
export function withoutDenied(text: string): string {
  const rest = text.replace(DENIED, (found) => (KEPT.test(found) ? found : '')).replace(/^[,。;、!? ]+|[,;、 ]+$/g, '');
  return rest.length >= 2 ? rest : text;
}
