import { OTHERS } from '../people.lists.ts';

/**
 * What takes a safety sign back. Closed lists; negation counts only inside the clause.
 */

/** Denial right before the sign: 没有胸痛, 不喘, no chest pain. */
export const DENIED_BEFORE =
  /(?:(?:没有?|無|无|未|并无|不|不再|没再|从没|从未|从来没有?|否认|也没有?|再没有?|再也没有?|没有?再|不会|不怎么)(?:出现|发生|发作|感到|觉得|感觉|再|过|什么|任何|明显|那么|怎么|太|特别|得|有|说|的|犯|啥|半点|一点|丝毫|哪里|伤口|出|流|大|再次|突然|头)*|\b(?:no|not|without|never|denies|isn'?t|aren'?t|don'?t have|doesn'?t have|didn'?t have|haven'?t had|no more|any|no longer having)(?: \w+){0,2} )$/;

/** Taken back right behind the sign, in its clause: 胸痛没有了, 血止住了, 晕倒过但好了. */
export const GONE_AFTER =
  /^[^,。!?;\n]{0,8}?(?:没有了|没有过|好了|好多了|好转|好些了|好一些|消失|不见了|缓解|减轻|止住|控制住|不明显|没再|没犯|不犯|都没有|全没|没了$|也没有$|也不$|消了|退了|停了$|恢复|痊愈|正常了?|不疼|不痛|is gone|has gone|stopped|went away|is better|much better|resolved|under control|cleared up)/;

/** A supposition or a question of knowledge, before the sign in its clause. */
export const SUPPOSED_BEFORE =
  /(?:如果|要是|万一|假如|假设|倘若|若是|若|一旦|会不会|有没有|是否有|是否|怕(?!是)|担心|害怕|以防|预防|防止|避免|避免|小心别|注意别|别再?|免得|省得|什么(?:情况|时候)|哪些|哪种|遇到|出现|碰到|说是?如果|下次|以后再|导致|引起|会引起|有可能会?|可能会|容易|算不算|\bif\b|\bin case\b|\bwhat if\b|\bshould (?:i|he|she)\b|\bwhen(?:ever)?\b|\bafraid\b|\bworried about\b|\bprevent\w*|\bavoid\b|\brisk of\b|\bdo you have\b|\bcould (?:this|it) cause\b)[^,。!?;\n]*$/;

/** A supposition behind the sign. */
export const SUPPOSED_AFTER =
  /^[^,。!?;\n]{0,8}(?:的话|怎么预防|如何预防|那个(?:病人|人|患者)|的(?:症状|危害|原因|风险|可能|概率|几率|护理|知识|病人|患者|科|中心|后遗症|恢复期|康复)|中心|康复期|恢复期|后遗症|会怎|是什么(?:感觉|症状|原因))/;

/** Figurative: strong feeling, price or noise that "makes one faint". 累得 is no idiom: 累得喘不上气 is real. */
export const FIGURATIVE =
  /(?:(?<![喘吸呼出透空上岔憋闷短力断])气|笑|吓|急|忙|等|热|挤|高兴|激动|贵|愁|臭|吵|看|要|问|听|烦|哭|乐|冤|骂|羞|馋|饿|感动|恶心|难吃|压力|害|排队|折腾|熏|呛|闹|饿)[^,。!?;\n]{0,6}?(?:得|到|死)(?:我|他|人|都|差点|快|要|真|简直|直|心里|大家|们|不行|了|让)*[^,。!?;\n]{0,3}$|(?:账单|收费|价格|价钱|费用|票|单子|味道|\bbill|\bprice|\bcost)[^。!?\n]*$|压得(?:我|人|他|大家|全家|我们)[^,。]{0,2}$|(?:(?<![喘吸呼出透空上岔憋闷短力断])气|吓|笑|急)(?:死|坏)?我?(?:了)?[^,。]{0,3}$/;

/** Long past, or in the stay that is over. Not recent days. */
export const PAST =
  /去年|前年|大前年|往年|以前|之前|从前|当年|当时|那时|那会儿?|那[几两些]天|那一?[阵段]|那次|那回|那天|上次|上回|早先|原来|原先|小时候|年轻时|曾经|曾|(?:[\d一二两三四五六七八九十几多半]+(?:个)?(?:年|月|星期|礼拜|周)(?:以?前|之前|多前))|上个?月|上个?(?:周|星期|礼拜)|(?:住|进|入|来|送|转)(?:了|到|进)?(?:你们)?(?:的)?(?:医?院|科)(?:里|来)?(?:的)?(?:前|之前|以前|时|时候|期间|那|当|头|第)|(?:出院|术后|手术后|生完|产后)(?:的)?头(?:[几一两二三1-9]|半个?)(?:天|晚|周|个?星期|个?礼拜|个?月)|出院(?:前|之前|以前|时|那)|刚(?:住|进|入|来|送|转)(?!了?就|吃|喝|疼|痛|喘|抽|出院)|(?:来的|送来的|送去的|进的|住的|转来的|拉来的)(?:你们)?(?:医?院|急诊|这儿?|科)?(?=[,。!]|$|住|做|抢救|护|医|一路)|在你们(?:这儿?|那儿?|医院|那里|这里)?(?:做|看|治|住|接|缝|抢救|动|开|修|打)|(?:起|开|最)(?:头|初)(?:那|的?时候)?|来(?:的?时候|之前|院前|院时)|送来(?:的?时候|时)|(?:手术|术|治疗|化疗|生|开刀)(?:中|时|前|的?时候|之前|以前|当天|那天|过程)|抢救(?:时|的?时候)|犯病(?:时|的?时候)|(?<!从)(?:发病|生病)(?:时|的?时候)|半年前|年前|月前|周前|\d+月\d+[号日]|住的?院|入的?院|过一次(?!现)|\b(?:last (?:year|month|week|time|winter|summer)|years? ago|months? ago|weeks? ago|before (?:the )?(?:surgery|operation|admission|discharge)|in (?:the )?hospital|used to|back then|during (?:the|my|his|her) (?:stay|surgery|operation|labou?r|admission)|before (?:i|he|she|we) (?:was|were|came)|in (?:19|20)\d\d|when (?:i|he|she) (?:was (?:in|admitted)|came in))\b/;

/** Recent, over or not: in doubt, so the text asks whether it is so now. */
export const RECENT =
  /昨天|昨晚|昨夜|昨日|前天|前晚|前两天|前几天|前阵子|大前天|那天|夜里|半夜|凌晨|早上(?!起来)|早晨|寻日|琴日|寻晚|琴晚|有时候?|偶尔|时不时|有几次|[一两二三几\d]次|过一(?:次|回|阵)|了一(?:阵|会儿?|下)|过$|\b(?:yesterday|last night|this morning|the other day|sometimes|once|occasionally|earlier)\b/;

/** An old condition, known for long. */
export const CHRONIC = /老毛病|老病根?|天生|多年|好几年|[一二两三四五六七八九十几\d]年了|后遗症|一直就(?:有|这样)|从小/;
/** Over and well again. Counts together with a past, or right behind the sign. */
export const RECOVERED =
  /抢救过来|抢救及时|抢救成功|抢救(?=,|。|$)|救过来|救回|救活|救了(?:我|他|回|一命|过来)|捡回|活过来|缓过来|醒过来了|醒了|挺过来|治好|看好了|治愈|痊愈|康复|恢复|好了|好多了|好转|没事了?|没大碍|早(?:就|已经?)?(?:都|已经)?(?:好|没事|不|恢复|正常)|救回|抢回|没再|再没|再也没|不再|没犯|稳定|转危为安|脱险|多亏|感谢|谢谢(?!.{0,4}(?:快|救))|辛苦|及时|很快(?:就)?|处理(?:得|了|好)|用了药|吃了药|打了针|上了药|马上(?:来|处理|就)|立刻|缓解|止住|控制住|平安|出院了|早就出院|一点(?:儿)?(?:事|毛病|问题|感觉)(?:儿)?(?:都|也)?(?:没|不)|啥事(?:儿)?(?:都|也)?没|没一点(?:事|问题)|活蹦乱跳|跟(?:好人|正常人|没事人|以前)(?:一个样|一样)|现在(?:都|也|已经|一切|人|挺|很|还|感觉)*(?:能(?!动不)|好|挺好|没什么|没啥|不(?!知|行|好|会|能))|顺了|正常了?|不(?:疼|痛|喘|晕|闷|流血|出血|憋|抽|烧|吐)了|\b(?:fine now|ok(?:ay)? now|better now|good now|all good|saved|recover\w*|survived|well now|i'?m fine|he'?s fine|she'?s fine|thank\w*|no longer|has gone|went away)\b/;

/** It goes on now; outweighs the past in the same or the neighbouring clause. */
export const PRESENT =
  /(?:现在|这会儿?|此刻|目前|而家|宜家|今天|今日|眼下)(?!(?:都|也|已经|一切|人|挺|很|还|感觉|就)*(?:一点(?:儿)?(?:事|毛病|问题)|啥事|活蹦|跟好人|早|好|挺好|没|不(?!行|好|会|能|省|知|停|断|醒|认)|恢复|正常|稳定|能(?!动)))|还在|正在|一直到|到现在|至今|又(?!好|没)|越来越|刚才|刚刚|啱啱|刚(?!好|出院|做完|开始住|住|进院|入院|来|送|转)|止不住|停不下|快来|救命|怎么办|咋办|点算|\b(?:right now|now(?!,? (?:fine|ok|better|good|he'?s fine))|still|currently|at the moment|just (?:now|started|collapsed|passed)|since)\b/;

/** Other people's affairs, unless it is happening beside the contact. */
export const OTHER_PEOPLE = new RegExp(OTHERS);
/** Shows that another person's emergency is here and now. */
export const HERE_NOW = /现在|快|救命|正在|怎么办|马上|赶紧|突然|刚才|刚刚|right now|help/;

/** Makes a sign mild, before it in its clause or inside it. */
export const MILD =
  /有点儿?|有些|有一点|一点点|一点儿?|稍微|略微|轻微|偶尔|有时|隐隐|不太|不大|少许|些许|微微|\b(?:a bit|a little|slight(?:ly)?|mild(?:ly)?|sometimes|occasional(?:ly)?|minor)\b/;
/** Force that outweighs a mild word: 有点胸闷，而且越来越厉害. */
export const STRONG = /厉害|越来越|受不了|不行了|要命|严重|剧烈|喘不|透不|止不住|severe|worse|badly/;
/** Nearly: real things nearly happened too, so the tier falls. */
export const NEARLY = /(?:差点|差一点|险些|几乎|nearly|almost)[^,。!?;\n]*$/;

/** Words of force that are no sign of the present when the clause tells of the past: 当时血止不住. */
export const FORCE = /止不住|停不下/g;
/** Over for long, in so many words. */
export const LONG_OVER =
  /^(?:[^。!?;\n]{0,4})(?:早(?:就|已经?|都)?(?:都|已经|全)?(?:好|没事|恢复|正常|没(?:有)?了|过去了|不(?!行|知|想|能))|(?:已经|都|现在|后来|如今)*(?:完全|彻底|全)(?:都)?(?:好|恢复)了)/;
/** Praise for what was done, or well-being: with a past it says that the danger is over. */
export const CONTENT =
  /满意|挺好|很好|真好|棒|不错|给力|反应(?:很|挺|真|特别)?快|吃嘛嘛香|能吃能睡|硬朗|健康|利索|一点事|没毛病|没落下|satisfied|great|excellent/;
/** At first, and better since: 刚开始喘得厉害，用了药就好了. */
export const AT_FIRST = /刚开始|一开始|起初|开头|\bat first\b/;
