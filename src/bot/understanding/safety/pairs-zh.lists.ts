import { guarded } from '../sieve/guarded.ts';

/**
 * Acute features, each an ordinary ailment alone; two of them that fit together are a red flag wherever they stand in the
 * message. Written by kind of sign and not by sentence, so that wordings nobody foresaw still meet.
 */
export const FEATURES = {
  sudden: guarded(/突然|忽然|一下子|猛地|陡然|今早|早(?:上|晨)?起(?:来|床)|一觉醒来|刚才|刚刚|头先/),
  face: guarded(/(?:脸|嘴巴?|面|眼皮|嘴角)[^,。不没]{0,3}(?:僵|歪|斜|木|耷|麻|垮|瘫)/),
  drool: guarded(
    /(?:口水|哈喇子|涎)[^,。]{0,3}(?:流|淌|直|不)|流(?:晒|着|了)?(?:口水|哈喇子|涎)|从?嘴角[^,。]{0,3}(?:漏|流)|(?:喝|吃)[^,。]{0,4}漏|含(?:个|着|了|颗)[^,。]{0,3}(?:枣|糖|东西|萝卜|石)/,
  ),
  limb: guarded(
    /(?:[左右半一单][边侧条只个]*)[^,。不没]{0,3}(?:手|脚|腿|胳膊|身)[^,。]{0,3}(?:拖|抬不|没(?:得|有)?(?:劲|力)|无力|不听|不得劲|软|动不|麻|木|拿不)|(?:手|腿|脚)[^,。]{0,3}抬不起|拖着(?:走|腿)/,
  ),
  gait: guarded(/走路?[^,。]{0,3}(?:打偏|偏|歪|倒|打晃|飘)|站不稳|站不住/),
  mind: guarded(
    /迷糊|糊涂|(?<!装)傻(?:了(?!眼)|掉)|呆住|胡话|胡说|幻觉|看(?:到|见)(?:鬼|死人|小人)|答(?:不上|非所问|不出)|不认(?:得|识)?人|[叫摇喊]不醒|不睁眼|睁不开眼|(?:一直|老是?|光|总是?|只)(?:昏)?(?:睡|瞌睡|哼)|昏(?!黄)|神志|意识|没(?:得|有)?反应|不清醒/,
  ),
  cold: guarded(
    /(?:浑身|全身|手脚|身上|人|四肢)[^,。]{0,3}(?:冰|冷的|凉)|冷汗|白毛汗|虚汗|大汗|汗(?:珠|直|如)|(?:脸|面)色?[^,。]{0,3}(?:白|灰|青|黄)|苍白|寒战|打冷战/,
  ),
  faint: guarded(/要倒(?!闭|霉)|眼前?[^,。]{0,4}(?:发黑|阵黑|一黑)|(?:要|快)晕|晕(?:倒|晒|过去)|站起来就/),
  headache: guarded(/(?:头|后脑勺?)[^,。不]{0,14}[疼痛]/),
  clap: guarded(/(?:像|跟|好像)(?:是|被|给)?[^,。]{0,6}(?:敲|劈|砸|打了|雷|炸|裂)/),
  vomit: guarded(
    /(?:一直|不停地?|老|直|又|还|光|狂)(?:在)?[吐呕哕](?!槽)|[吐呕哕](?:了|得)?(?:[两二三四五六好几]+[次回]|不停|不止|个不)|喷射|上吐下泻/,
  ),
  foam: guarded(/(?:粉红|泡沫)[^,。]{0,6}痰|痰[^,。]{0,4}(?:粉红|泡沫)/),
  upright: guarded(/(?:憋|喘|闷)(?:得|醒)[^,。]{0,4}(?:坐|起)|坐起来|躺不[平下]|不敢躺|只能坐/),
  breath: guarded(/喘|憋(?!屈|尿)|透不|气不|气促|气紧/),
  bleed: guarded(/便血|[屙拉]血|黑屎|黑便|[吐呕]血|出血|流血|血块/),
  pressureLow: guarded(/血压[^,。]{0,4}(?:低|(?<!\d)[4-8]\d(?!\d)|[四五六七]十)/),
  fever: guarded(/(?:高|发)烧|烧到|4[01]度|体温[^,。]{0,3}(?:39|4)/),
  belly: guarded(/(?:肚子?|腹|胃)[^,。不]{0,6}[疼痛]/),
  doubled: guarded(/直不起|打滚|受不了|受不住|要命|死去活来|顶不顺|遭不住|动(?:都)?动?不得|痛不欲/),
  trauma: guarded(/摔|跌|绊|墩|(?:掉|滚)(?:下|落)|撞|砸|坠/),
  lame: guarded(/动(?:都)?动?不(?:得|了|到)|起不来|站不起|爬不起|企不|扶不|不敢动|不敢着地|不敢碰/),
  mushroom: guarded(/菇|菌子|河豚|发芽的?土豆|四季豆/),
  pregnant: guarded(/怀孕|孕|怀着|怀了|大(?:了|着)?肚|产后|生完|坐月子|快生了/),
  eyes: guarded(/(?:眼|看)[^,。]{0,4}(?:花|不清|不见|金星|模糊)/),
  heart: guarded(/心(?:跳|脏|率)[^,。不]{0,10}(?:停|乱|快|不齐|漏|一百[三-九])|心慌|心悸/),
  limbCold: guarded(/(?:腿|脚|手|胳膊)[^,。]{0,6}(?:冰|凉|发白|没(?:有)?血色|发黑)/),
  hurts: guarded(/[疼痛]/),
} as const;

export type Feature = keyof typeof FEATURES;

/** Which features together are a red flag. */
export const PAIRS: readonly (readonly [Feature, Feature, Feature?])[] = [
  ['sudden', 'face'],
  ['sudden', 'limb'],
  ['sudden', 'mind'],
  ['sudden', 'drool'],
  ['face', 'limb'],
  ['face', 'drool'],
  ['limb', 'drool'],
  ['gait', 'mind'],
  ['gait', 'bleed'],
  ['gait', 'face'],
  ['headache', 'mind'],
  ['headache', 'clap'],
  ['headache', 'vomit'],
  ['headache', 'limb'],
  ['fever', 'mind'],
  ['cold', 'mind'],
  ['cold', 'pressureLow'],
  ['cold', 'faint'],
  ['cold', 'bleed'],
  ['cold', 'breath'],
  ['faint', 'bleed'],
  ['faint', 'breath'],
  ['heart', 'faint'],
  ['heart', 'cold'],
  ['heart', 'breath'],
  ['mind', 'pressureLow'],
  ['mind', 'bleed'],
  ['foam', 'foam'],
  ['upright', 'breath'],
  ['belly', 'doubled'],
  ['belly', 'faint'],
  ['belly', 'cold'],
  ['trauma', 'lame'],
  ['trauma', 'mind'],
  ['trauma', 'vomit'],
  ['mushroom', 'vomit'],
  ['mushroom', 'mind'],
  ['pregnant', 'bleed'],
  ['pregnant', 'belly', 'doubled'],
  ['pregnant', 'headache', 'eyes'],
  ['sudden', 'limbCold', 'hurts'],
];

/** The one cheap test before any feature is tried: two of these kinds of words are in nearly every pair. */
export const PAIR_TRIGGER = guarded(
  /[疼痛吐呕哕昏糊傻胡鬼幻醒哼汗凉冰烧血屎憋喘麻歪僵拖漏抬晕黑摔跌撞砸坠掉滚孕菇菌痰坐呆]|口水|没力|没劲|无力|不稳|偏|睡/,
);
/** Somebody of the hospital does it, an ordinary turn of speech, or an emotion. */
export const PAIR_VETO = guarded(
  /护士|医生|大夫|医师|护工|态度|食堂|收费|排队|麻药|麻醉|康复|后遗症|石膏|气得|吓得|笑得|累得|吵得|睡着了|睡迷糊|开玩笑|装傻|摔(?:门|手机|东西|单|本)|撞见|昏迷住|急诊/,
);
