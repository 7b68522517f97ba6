import { KIN, OTHERS, PATIENT } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';

/** Death of the patient: a predicate, a person or a frame, and what takes it back. */

/** Says nothing but death. */
export const DIED = guarded(
  /(?:你们?|他们|医院|医生|大夫|恁)[^,。!?]{0,4}(?<!想|要|会)(?:害|治|医|弄|整|耽误)死(?!我|人|个)|去世|(?<!见|超|不|通)过世(?!面|界|纪)|病故|病逝|已故|离世|逝世|辞世|仙[逝去](?!世)|(?:途中|路上|半路|当晚|当天|夜里)(?:就)?死亡|往生(?!堂)|殁了?|(?:已经?)仙游|没(?:有)?(?:能)?(?:挺|撑|熬|扛)(?:过来|过去|住|过|到)|没(?:有)?留住|没(?:有)?(?:撑|熬|挺)到|没(?:有)?(?:能)?(?:救|抢救)(?:过来|回来|活|得过来|到)|(?:救|抢救)不(?:过来|回来|活)|抢救无效|[咽断](?:了|的)?(?:最后一口)?气|驾鹤|与世长辞|离开(?:了)?(?:人世|人间|这个?世界|世上)|撒手人寰|过(?:了)?身(?=[,。!?;\s了喇啦嘞咯]|$|的)|(?<=已经?|都|他)作古|不在(?:人世|人间|世上?)(?:了)?|(?:已经?|确认|宣布|当场|不幸)(?:死亡|身亡)|(?:出院|回家|术|转院|住院)(?:以|之)?后死亡|没保住命|(?<=人|大人|老人|病人)(?:还是|都|也|最后|终究)?没(?:有)?(?:能)?保住|命没(?:了|保住)|passed (?:away|on)(?! (?:the|my|his|her|this|a|your|that) )|deceased|did(?:n'?t| not) (?:make it|survive)(?! (?:to|in|on|there|for))|lost (?:his|her|their) (?:\w+ )?(?:battle|fight|life)|(?:no longer|not) with us|no longer alive|isn'?t with us any ?more/g,
);

/** Euphemisms that need a person in the message. */
export const DIED_SOFTLY = guarded(
  /离开(?:了)?我们|离(?:我们|大家)而去|撒手(?:走|去|了)|归西|归天|升天了?|上天堂|见马克思|去了(?:天堂|那边|另一个世界)|去(?:天堂|那边|另一个世界)了|长眠/g,
);

/** What is done after a death: predicate and frame in one. */
export const FUNERAL = guarded(
  /后事|丧事|白事|火化|下葬|安葬|出殡|入土|骨灰(?!级)|埋了|追悼会|告别仪?式|遗体|头七|[一二三四五六七]七|烧(?:过|完|了)?(?:头|百|周)[七日年]|百日祭|烧成灰|成灰了|火葬|寿衣|办(?:了|完|着)?丧|办(?:了|完)?事儿?(?=,|。|$)|守孝|守灵|奔丧|殡仪馆|墓地|坟|销户了|funeral|buried|cremat\w+/g,
);

/** May mean a death: needs a person right before it, and more for 走了 of a mere pronoun. */
const SUBJECT = `(?:${KIN}|${PATIENT}|人|他|俺|家里?人)`;
const FILL =
  '(?:人|她|他|老人家|意外|突然|忽然|睡梦中|安详地?|给|呀|啊|呢|这|可|是|都|也|就|已经?|早就?|又|才|真的?|后来|最后|刚刚?|昨[天晚夜]|前[晚天]|前儿个?|昨儿[个黑]?|昨黑|夜黑|今儿个?|(?:得|因)?(?:[肝肺胃肠乳]?癌症?|病|心梗|脑梗|脑出血|车祸)|上月[\\d一二三四五六七八九十]+(?![\\d一二三四五六七八九十号日月天周个])|前几天|前两天|去|今[天早]|上个?(?:周|星期|礼拜|月)[一二三四五六日天底末初]?|这个?(?:周|星期|礼拜|月)|月底|月初|年底|[\\d一二三四五六七八九十]+月份?|[\\d一二三四五六七八九十]+[号日]|第?[\\d一二两三四五六七八九十几]{1,4}(?:天|个?月|周|个?星期|个?礼拜)(?:前|后|就)?|大前天|当[天晚夜]|夜里|半夜|凌晨|早上|晚上|回家|回来|出院|转院|到家|路上|没几天|不久|不幸|走的|在家(?!里)|在医院|家里|没两天|没(?![两几]天)|以?后|之后|在|的|,)';

/** 我爸上周已经走了: group 1 is the subject, group 2 what stands between, group 3 the predicate. */
export const LEFT = guarded(
  new RegExp(
    `(${SUBJECT})(${FILL}{0,6})(走(?:了|掉了|咗|的(?![^,。!?\\s你还人别莫呢啊唉那]))|不在度?[了喇]|过去了|去了|下世了?|没了|没的(?![^,。!?\\s你还人别莫呢啊唉那])|死(?:了|的)|老了|不行了|闭眼了?|百年了|凉了|离开了)`,
    'g',
  ),
);

/** The bare predicate as a whole message, after "is this NAME or family?". */
/** A person of whom a death can be told. */
export const PERSON = guarded(new RegExp(SUBJECT));

export const BARE_LEFT =
  /^(?:他|人|老人家?|人已经?|已经?|早就?|都|就|他已经?|他人)?(?:走|不在|没|去)了(?:啊|呀|哦|啦|唉|哎|呢)?$/;
/** The predicate with a time and no person: 走了，上个月走的; 出院当天晚上就走了. */
export const LEFT_TIMED = guarded(
  /^(?:已经?|他|人)?走了[,。 ]?(?:上个?(?:周|星期|礼拜|月)|昨天|前天|前几天|[\d一二三四五六七八九十]+[号天月])[^,。]{0,4}走的|走了(?:快|都|有|已经)?(?:[\d一二两三四五六七八九十几半多]+)(?:个)?(?:天|月|年|星期|礼拜|周)(?:多)?了?|(?:^|(?<=[,。]))(?:他|人)?(?:昨[天晚]|前[天晚]|前几天|上个?(?:周|星期|礼拜|月)[一二三四五六七八九十日天\d]*[号日]?|[\d一二三四五六七八九十]+月份?|[\d一二三四五六七八九十]+[号日]|当[天晚](?:晚上|夜里)?)(?:就|才|刚|已经|夜里|晚上|早上){0,4}(?:走|没)(?:了|的)(?=[,。!]|$)|(?:出院|回家|回来|转院|到家)(?:的)?(?:第[一二两三四五六七八九十\d]天|当[天晚](?:晚上|夜里)?|没几天|没多久|路上)[^,。]{0,4}(?:就|人就|人)?(?:走了|没了|不在了|不行了)|(?:出院|回家|回来|转院|到家)(?:才|还没|没|不到|后)?[一二两三四五六七八九十几\d]+(?:天|周|个?星期|个?月|个?礼拜)(?:就|人|以?后){1,4}(?:走了|没了|不在了)|走(?:的时候|得)(?:很|挺|特别|也|都|太|没){0,4}(?:安详|安静|平静|痛苦|突然|受罪|遭罪)/,
);

/** Time words of days to months: with a person they make 走了 a death. */
export const TIME =
  /昨[天晚夜]|[前昨]儿|没[两几]天|仨月|俩月|成个月|前[天晚]|前几天|前两天|今早|上个?(?:周|星期|礼拜|月)|这个?(?:周|礼拜|月)|大前天|当[天晚夜]|夜里|半夜|凌晨|[\d一二三四五六七八九十]+月份?|[\d一二三四五六七八九十]+[号日]|[\d一二两三四五六七八九十几半]+来?(?:个)?多?(?:天|月|周|星期|礼拜)|没几天|不久|刚走$/;
/** Fits no other reading of the message. */
export const FRAME =
  /才[\d一二三四五六七八九十]+(?:来|多)?岁|告别仪?式|白事|安详|很安静|还(?:打|发|问|回访|来问)|救护车|肝癌|肺癌|晚期|急病|病情|突然|节哀|抢救|后事|丧|孝|遗|火化|下葬|难过|难受|伤心|心痛|做什么回访|回访(?:啥|什么)|问(?:谁|什么|啥)|满不满意|永远|再也|可怜|癌|天堂|一路走好|阴间|唉|哎|last rites/;

export const DIED_EN = guarded(
  /\b(?:he|she|they|who|father|mother|dad|daddy|mom|mum|mama|papa|husband|wife|son|daughter|brother|sister|grand\w+|uncle|aunt|patient|parent|baby|child|mr\.? \w+|mrs\.? \w+)(?:'s| is| has| was| have| had)?(?: already| just| sadly| unfortunately| now| since)* (?:died|dead|gone forever|passed)\b(?! (?:the|his|her|my|all|by|me|through|tests?))|\b(?:we|i|have|family|sadly) lost (?:him|her|my (?:father|mother|dad|mom|mum|husband|wife|son|daughter|brother|sister|baby|grand\w+)|our (?:father|mother|dad|mom|son|daughter|baby))\b/g,
);
/** "gone" alone may be out: asked softly. */
export const GONE_EN =
  /^(?:he|she|dad|mom|mum|my (?:father|mother|dad|mom|mum|husband|wife))(?:'s| is| has)(?: already)? gone(?: now)?$/;

/** Another's relative, supposition, dream, rescue: takes back every predicate in reach. */
export const NOT_DEAD =
  /会不会|如果|要是|万一|假如|假设|倘若|(?<!可)怕(?!是)|担心|梦见|梦到|做梦|差点|差一点|险些|几乎|以为|诅咒|咒|(?<!没|没有|没能|未|未能|不|抢)(?:抢救|救)(?:过来|回来)|多亏|病死率|死亡率|死亡证明|怎么(?:死|走)|快要?(?:不行|死)|没有?(?:去世|过世|死)|还没(?:死|走)|不(?:会|是)(?:去世|死)|(?:去世|过世|死亡)(?:病人|亲人|的人|家属|者|了?病历)|(?:在家|在外)去世怎么|医保卡|病历(?:还|怎么|复)|开证明|\b(?:if|almost|nearly|afraid|dream\w*|not dead|didn'?t die|thought)\b/;
/** Somebody else than the patient, or long ago. */
export const NOT_OURS = new RegExp(
  `${OTHERS}|得早|(?:去世|走|过世|没)早|(?:很多|好多|多|好几|几|十几|[二三四五六七八九十]|[2-9]|\\d\\d)年(?:前|了|多)|去世多年|早年|小时候|当年|去年|前年|年轻时|years ago|when i was|是我(?:自己)?(?:住的?院|的病|看病)|我自己住|我(?:就)?是(?:病人|患者)`,
);
/** 走了 as going, by what stands in its clause or near it. */
export const WENT =
  /走了?(?:好?(?:两|几|半|一|三|十几)(?!个?多?(?:月|年|周|星期|礼拜)|[两三几]?天(?!桥)|年)|半天|好几个(?!月|星期|礼拜)|不少|很多|很远|多远)|走(?:路|丢|神|廊|动|过场|后门|医保|流程|手续|样|关系|法律|程序|来走去|一走|走)|走得(?:动|稳|慢|好)|(?:上班|打工|出门|出去|出差|旅游|遛弯|散步|上学|买菜|买餸|买东西|出街|外地|回老家|老家|回国|回乡|回去|送孩子|接孩子|吃饭|开会|下班|干活|下地|打牌|打麻将|上课|考试|上海|北京|广州|深圳|出了?院|转科|办(?:完)?(?:了)?手续|手续|逛|锻炼)|(?:说|问|看|做|打|量|查|扎|讲|聊|弄|交代|换|来|拿|拍|送|开|登记)(?:完|了)?(?:就|一下就|两句就|眼就|几句就)?走|(?:匆匆|转身|扭头|掉头|直接|拍屁股|偷偷)走|就走了(?=$|[,。!?])(?![^]*(?:安详|抢救))|人走茶凉|走人|我走了|走之前|走以后/;
/** 没了 and 不在了 of staff and things. */
export const ABSENT =
  /医生|护士|大夫|护工|主任|按铃|人影|找(?:不到|了)|叫(?:了)?半天|办公室|窗口|前台|信心|耐心|床位|调走|离职|退休|科室|病区|不在(?:家|身边|医院|这|那|场|本地|病房|城|旁边|屋|里|度(?![,喇了]|$))|唔在|手机|钱|药|烧|痛感|力气|票|(?<!\d)号没|没了(?:信心|耐心|力气|感觉)/;

/** What would have been, told in the clause or the one before: 要不是赵大夫，我爸人早没了. */
export const UNREAL =
  /要不是|若不是|不是(?:你们?|医生|大夫)[^,。]{0,8}早|要没有|幸亏|亏得|好在|全靠|幸好|多亏|if it (?:wasn'?t|weren'?t|hadn'?t)|without (?:the|your|dr)/;
