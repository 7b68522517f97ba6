import type { Normalised } from '../normalise.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import type { Token } from './lexicon.ts';

const NUMBER = '(?:\\d+|[一二两俩仨三四五六七八九十半几好]+|一整|整整?|大半|成|老)';
const SPAN = `(?:${NUMBER}个?(?:多|把|来)?(?:小时|钟头|钟|分钟|刻钟|天|礼拜|星期|上午|下午|晚上|宿|夜|来个?小时|几分钟|次|趟|遍)|半天|老半天|大半天|好久|很久|半宿|整夜|一夜|一晚上|一上午|一下午|一整天)`;

/** Judgements without a thing of their own: they answer the rating that is asked. */
const JUDGED = '(?:慢|凶|横|敷衍|赶|急躁|急|重|懒|拽|匆忙|仓促|随意|死板|马虎|粗糙|冲)';
/** Shortcomings of things. */
const THING =
  '(?:贵|吵|脏|臭|挤|破|旧|闷|潮|暗|乱|咸|淡|油|辣|硬|烫|腻|远|偏|窄|卡|冷(?![淡漠冰])|凉|热|麻烦|复杂|繁琐|嘈杂|难|黑|薄|厚|简陋|单调|单一|密|紧张|黏|滑)';
/** Shortcomings of measure, which say nothing about whose they are. */
const MEASURE = '(?:早|晚|短|少|小|长|高|久|快|多)';
const DEGREE_ANY = '(?:太|有点儿?|有些|有一点|过于|偏|忒|略|稍微?有?点?|实在|未免)';
const DEGREE_BAD =
  '(?:太|有点儿?|有些|有一点|特别|非常|很|真|真是|好|过于|实在|比较|偏|超级?|老|贼|忒|蛮|怪|巨|死|真的|也|又)';

const PATTERNS: readonly { readonly cat: 'eval' | 'fact'; readonly value: string; readonly pattern: Guarded }[] = [
  {
    cat: 'eval',
    value: 'manner',
    pattern: guarded(new RegExp(`${DEGREE_BAD}${JUDGED}(?!诊|救|症|性|病|不多|不离)`, 'g')),
  },
  { cat: 'fact', value: 'condition', pattern: guarded(new RegExp(`${DEGREE_ANY}${THING}(?!兴)`, 'g')) },
  {
    cat: 'fact',
    value: 'measure',
    pattern: guarded(
      new RegExp(
        `(?<!问题|话|你们|问得|问的)${DEGREE_ANY}${MEASURE}(?!兴|谢|心|了吧)|(?:短|少|慢|小|吵|贵|旧|硬|晚|早|久|长|冷|凉|淡|咸|快|乱|高|难|挤|脏|破|闷|潮|暗|远)了(?:点|些|一点|一些)|(?:就|只|才)(?:见|来|看|露|查|碰)(?:过|了)?(?:他|我)?[^,!?;。]{0,3}(?:一|两|几)(?:面|次|眼|趟|回)`,
        'g',
      ),
    ),
  },
  {
    cat: 'fact',
    value: 'condition',
    pattern: guarded(
      /^(?:但|就是|只是|不过)?(?:就是)?(?:收费|价格|价钱|东西|饭菜|停车|床|厕所)?(?:贵|吵|脏|慢|挤|闷)(?:了点|了些|点)?$|(?:就是|但是|不过|只是)(?:贵|吵|脏|慢|远|挤|热|冷|旧|闷|乱)(?:了点|了些|点)?(?=$|[,!。])|(?:很|真|好|特别|非常|实在|超级?|老|贼|巨|死)(?:贵|吵|脏|臭|挤|破|旧|闷|潮湿?|乱|咸|难吃|麻烦|复杂|嘈杂|黑(?!暗))/g,
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      new RegExp(
        `(?:等|排|拖|耽误|晾|候|催|叫|喊|按|找|求|问|跑|疼|饿|躺)了?(?:我们?|他|人|队|铃|起)?了?(?:有|要|都|得)?(?:整整|足足|将近|快|差不多|至少|大概|起码|超过|超|近|约莫|大约|不止)?${SPAN}`,
        'g',
      ),
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      new RegExp(
        `${SPAN}[^,!?;。]{0,8}(?:才(?!发现舒|十|二)|都没|也没|还没|没人|没有人|都不|没来|不来|没见|看不到|见不到|见不着|看不着|找不见|没消息|没结果)`,
        'g',
      ),
    ),
  },
  {
    cat: 'fact',
    value: 'error',
    pattern: guarded(
      new RegExp(
        `(?:扎|戳|抽|打|捅)了?(?:我|他)?了?(?:${NUMBER})(?:针|次|下|回|遍)[^,!?;。]{0,4}(?:才|都|还|没|也)?`,
        'g',
      ),
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      /没(?:有)?人[^,!?;。说意]{1,4}|没(?:有)?(?:一个|哪个)(?:医生|护士|大夫|人)|一次(?:都|也)?没(?:来|看|问|见)|(?<![我来])没(?:有)?(?:跟|给|和|对)?(?:我们?|家属|病人)?(?:提前)?(?:讲|说|提|解释|交代|告知|通知|提醒|教|指导)(?!话|错|什么|过不|不|的|满|好|过瘾|实话)|(?:头|眼皮|正眼|眼|话|看|理|问|管)(?:都|也)(?:不|没)(?:抬|瞧|看|说|理|问|管)|(?:联系|找|叫|喊)不(?:上|到|着|应|来|醒)(?:医生|护士|大夫|人|主任)|(?:医生|护士|大夫|值班)[^,!?;。]{0,8}(?:联系|找|叫|喊|等|听|看)不(?:上|到|着|应|来|醒|懂|明白)|(?:排队|等的时间|等待时间|等候时间|收费|费用|价格|手续|流程|路)(?:也|都|又)?(?:长|久|贵|高|远|麻烦|复杂|慢|乱)|跑了?[^,!?;。]{0,2}(?:几|两|三|四|五|六|七|八|十)个?(?:窗口|地方|楼|科室|部门|来回)|从来(?:没|不)[^,!?;。满意]{1,4}|(?:连|一)(?:个|句|声|眼|面|次|口|张|杯|床|条|把|盏|份|[\u4e00-\u9fff]{1,2})[^,!?;。]{0,6}(?:都|也)(?:不|没)(?:有|肯|让|给|说|问|看|见|来|打|做|查|拍|量|换|送|扫|修|管|提|讲|教|开|拿|准备|安排)|(?:不|没|没有|拒绝|拒)(?:给|开|提供|出示?|打)[^,!?;。]{0,3}(?:清单|发票|明细|票据|收据|证明|小票|单子|说法|热水|被子|床|轮椅|药)|[^,!?;。]{1,6}(?:啥|什么|哪)(?:也|都)没(?:讲|说|做|查|交代|解释|告诉)(?!错)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'error',
    pattern: guarded(
      /(?:说话|话|讲话|声音)[^,!?;。]{0,3}(?:难听|带刺|像吵架|吼)|(?:问|说|叫)(?:了|他|两句|几句|一句|多)?[^,!?;。]{0,4}就(?:走|不耐|烦|跑|发火|骂|吼|甩)|(?:看|瞄|瞟|问|说)(?:了)?(?:一|两|几)(?:眼|句|下|分钟|秒)[^,!?;。]{0,2}就(?:走|跑|完|打发)|(?:几|两|三|一)(?:秒|分钟|句话)[^,!?;。]{0,4}就(?:走|完|打发|结束)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'error',
    pattern: guarded(
      /[把将][^,!?;。]{0,8}(?:发|给|送|输|拿|弄|搞|挂)[^,!?;。]{0,3}(?:隔壁|别的?人|别的?床|其他人|邻床|另)|[把将](?:别人|隔壁|其他|人家|旁边|邻床)[^,!?;。]{0,10}(?:给|输|打|挂|发|当)|(?:输|吃|挂|用|拿|抽|开|送|算|收|贴|认)错(?!过)|(?:打|发|写|记|弄|搞|叫|录|给)错(?:了)?(?:我的?|他的?|我妈的?|我爸的?)?(?:药|针|人|床|名|单|病|账|钱|片|报告)|(?:医生|护士|大夫|医院|药房|窗口|收费|护工|他们)[^,!?;。你我]{0,6}(?:弄|搞|记|写|叫|发|打|给|录)错|(?:不|没)(?:肯|愿意?)(?:给|来|看|说|帮|讲|换)|(?:不见|看不到|找不到|不知去向)(?:医生|护士|大夫|人影)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'condition',
    pattern: guarded(
      /(?:吃|喝|嚼|咬|捞|翻|夹|掉|爬|钻|扒)(?:到|着|出来?)(?:了|过|一|几|根|只|条|个|块)*(?![^,!?;。]{0,5}(?:味道|滋味|感情|健康|幸福|花样|门道|名堂|医|护|大夫|手术室|病房))[\u4e00-\u9fff]{1,5}(?:虫|头发|毛发|钢丝|钢丝球|苍蝇|蟑螂|老鼠|沙子?|石子|石头|塑料|铁丝|玻璃|纸屑|蚊子|蛆|霉|指甲|异物|绳|线头|创可贴|棉签)?|(?:反|返|串|窜|有股|一股|满是|全是|都是|尽是)[^,!?;。]{0,3}味|熏(?:得|死|人|着)|呛(?:得|死|人)|(?:冻|热|闷|吵|挤|硌|熏|痒|咬|饿|渴|晒|淋|急)(?:得|死)(?:人|我|他|睡|一|整|够呛|慌|受不了|要命|不行|直|浑身|满身|没法)|(?:一宿|整宿|整夜|一夜|通宵|一晚上?|大半夜|半宿|几宿|好几晚|几个晚上|连着几晚)[^,!?;。]{0,3}(?:没(?:睡|合眼|眯)|睡不|合不上眼)|(?:坏|断|堵|漏|破|锈|裂|塌|歪|掉|卡|黑|瘪|松|脱)(?:了|着|掉)[^,!?;。]{0,4}(?:天|周|礼拜|星期|个?月|年|宿|次|回|没|也没|都没|还没|不修|不换|没修|没换|没人)|(?:没|找不到|找不着|没有)(?:地方|地儿|处|哪里|哪儿)(?:充|坐|放|晾|停|躺|睡|洗|打|挂|站|热|吃|去)|(?:没|没得|冇|莫得)(?:热水|开水|饭|纸|电|灯|网|空调|暖气|扶手|椅子|凳子|插座|床位|车位|窗|帘|位子?|座)(?!吃了|关系)(?:了|嘅|咧|用|喝|吃|坐|$)/g,
    ),
  },
  {
    // What one was put through, whoever did it.
    cat: 'fact',
    value: 'error',
    pattern: guarded(
      /(?:弄|搞|吵|闹|折腾|惊|叫|喊|拍|推)(?:我|他|人)?醒(?!悟)|(?:让|叫|害|逼)(?:得)?(?:我们?|家属|人|病人|老人|他|我[爸妈])?[^,!?;。]{0,3}(?:跑了?|等了|排了|爬|自己(?:去|找|推|抬|弄|扛|搬|拔|换)|白跑|白等|来回|折腾|垫|站了|饿|憋|忍)|(?:少|缺|漏|短)(?:给|发|打|开)?了(?:一|两|几|半|我)(?!半)|(?:跟|和|与)[^,!?;。]{1,8}(?:冲突|不符|对不上|不一致|矛盾)|忽(?:冷|热|大|小|高|低|明)忽|(?:自己|你|你们)(?:百度|上网查|去查|看着办|想办法|去问别|去找|爱找谁)|没[^,!?;。]{0,6}就(?:[把让叫赶催][^,!?;。]{0,3}(?:推|走|出院|下床|出去|起来|送)|赶|催|打发|推回)|跑了?[^,!?;。]{0,2}(?:栋|层|个来回|个地方)|[拖弄等搞]到[^,!?;。]{1,6}(?:点|晚|下午|中午|天黑|半夜|第二天|傍晚)|收(?:了|我)[^,!?;。]{0,6}(?:钱|费)[^,!?;。]{0,4}(?:不|没)|(?:拿|当)[^,!?;。]{0,4}练手|手(?:太)?生(?!病|活|日)|(?:摔|撞|磕|烫|划|刮|扎|蹭)(?:伤|破|肿|青|紫|着|到)(?:了)?(?!过)|不干(?:活|事|正事)/g,
    ),
  },
  {
    cat: 'eval',
    value: 'manner',
    pattern: guarded(
      /(?:喝(?:了|过|多)?酒|醉醺醺|满(?:嘴|身)酒气|一(?:身|股)酒[气味]|叼着烟|抽着烟|抽烟)[^,!?;。]{0,4}(?:查房|上班|看病|值班|上台|换药|打针)|(?:上班|值班|查房|换药|打针|输液)[^,!?;。]{0,6}(?:喝酒|抽烟|打游戏|打牌|刷剧|刷视频|玩游戏|嗑瓜子|化妆|睡大觉|聊八卦|打麻将)|脸(?:拉|臭|黑|板)得|(?:说|讲|问)(?:话|两句|多了)?[^,!?;。]{0,3}(?:跟吵架|像吵架|像欠|跟欠|像审|跟审|像打发|打发要饭|像赶)|(?:当|拿)[^,!?;。]{0,4}(?:皮球|猴耍|傻子|空气|孙子|要饭)|(?:鼻子|眼睛|眼)(?:长|朝)?[^,!?;。]{0,3}(?:天上|头顶|朝天)|(?:爱|想)(?:看|来|管|理)不(?:看|来|管|理)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      /(?:按|喊|叫|催|问|找|请|打|说|求)(?:了|过)?[^,!?;。]{0,8}(?:不(?:来|应|理|搭理|睬|动|回|吭声|管)|没(?:来|应|理|动静|反应|人|回音|下文|声))|(?:针|水|药|瓶|液|吊瓶|药水|盐水|血)[^,!?;。]{0,5}(?:打完|滴完|挂完|输完|吊完|走完|空|没|完)了?[^,!?;。]{0,6}(?:没人|没来|才来|不来|都不|也不|才换|不知道)|(?:回血|倒血)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      /\b(?:saw|visited|checked on|spoke to|looked in on|talked to|came to see) (?:me|us|him|her|my \w+) (?:only |just |exactly |maybe |barely )?(?:once|twice|two times|one time)\b|\b(?:only|just|barely) (?:saw|spent|came|stayed|visited|spoke)\b|\b(?:charg|bill)(?:ed|ing) (?:me|us|him|her|my \w+)? ?(?:twice|double|two times|for (?:something|things|stuff|a \w+) (?:i|we|he|she) (?:never|didn't))|\b(?:took|takes|taking) (?:forever|ages|hours|days)\b|\b(?:hard|impossible|couldn't|can't|could not) (?:to )?(?:find|get|reach|sleep|hear|park)\b|\b(?:lost|misplaced|dropped|broke|spilled|forgot|mixed up|ignored|missed) (?:my|our|his|her|the|me|us)\b|\b(?:gave|given|giving|handed|brought) (?:me|us|him|her)? ?(?:the|a) wrong\b|\b(?:not|never|n't) (?:been )?(?:cleaned|changed|emptied|fixed|repaired|washed|told|informed|explained|refunded)\b/g,
    ),
  },
  {
    cat: 'fact',
    value: 'fees',
    pattern: guarded(
      /(?:多|重复|乱|另外|额外)(?:收|扣|算|刷|交)(?:了|我)|收了[^,!?;。]{0,6}(?:两|二|三|好几)(?:次|遍|回)|(?:怎么|为什么|凭什么|为啥|咋)[^,!?;。]{0,6}(?:这么|那么|还|又|要)(?:贵|多|高|久|慢|收|乱|差|交)|(?:为什么|怎么|为啥|咋)[^,!?;。]{0,10}(?:没有?|不)(?:医生|护士|人|大夫|查房|管|来|修|解释|处理)|(?:一直|到现在|至今|迟迟|还)(?:都|也)?(?:没|不)(?:退|给|到账|处理|回|解决|报|修|来)/g,
    ),
  },
  {
    cat: 'fact',
    value: 'neglect',
    pattern: guarded(
      /\b(?:nobody|no one|no-one|none of (?:them|the)) (?:ever )?(?:came|comes|answer\w*|help\w*|told|explain\w*|check\w*|cared|listen\w*|bothered|cleaned|picked|seemed|was|knew|could)\b|\b(?:waited|wait|waiting|left me|left us|took) [^,.!?;]{0,20}(?:hour|hours|minutes|mins|day|days|ages|forever|so long|too long)\b|\b(?:never|didn't|did not|wouldn't|would not|refused to) (?:even )?(?:come|came|explain\w*|answer\w*|listen\w*|check\w*|tell|told|help\w*|look\w*|show\w*|clean\w*|bother\w*|once)\b|\b(?:too|so|very|really) (?:noisy|dirty|cold|hot|expensive|long|crowded|early|late|small|short|hard|salty|loud|bad|dark)\b/g,
    ),
  },
];
/** Cheap test: no pattern can match without one of these. */
const TRIGGER = guarded(
  /[贵吵脏挤热冷旧乱跑了太点些特很真好过偏忒略稍实未比超老贼蛮怪巨死又也]|等|排|拖|耽|晾|催|没|才|不|扎|戳|捅|抽|错|就|把|将|多收|重复|乱|收了|怎么|为什么|凭什么|为啥|咋|至今|迟迟|按|叫|喊|[吃喝嚼咬捞翻夹掉爬钻扒坏断堵漏破锈裂塌歪卡味熏呛冻热闷吵挤硌痒宿夜酒烟脸拿眼不弄搞吵闹折惊喊拍推让害逼少缺漏短跟和与忽自你没跑到收当手摔撞磕烫划刮扎蹭针水药瓶液血]|\b(?:saw|visited|checked|spoke|looked|talked|came|only|just|barely|charged|charging|billed|billing|taking|hard|impossible|could|can|lost|misplaced|dropped|broke|spilled|forgot|mixed|ignored|missed|gave|given|giving|handed|brought|not|no|nobody|none|wait|waited|waiting|took|left|never|didn't|did|wouldn't|would|refused|too|so|very|really)\b/,
);

/** Shortcomings that are built from a pattern and not from a fixed word (等了三个小时, 饭有点凉, 怎么收这么多). */
export function readFaultPatterns(n: Normalised): Token[] {
  const found: Token[] = [];
  if (!TRIGGER.test(n)) return found;
  for (const { cat, value, pattern } of PATTERNS) {
    for (const hit of pattern.matches(n)) {
      const start = hit.index;
      if (!isDenied(n.text, start)) found.push({ cat, value, start, end: start + hit[0].length });
    }
  }
  return found;
}

/** 胸口有点闷 is how one feels, and nobody's fault. */
const OF_BODY = /(?:胸口?|心口|心里|脑袋|头|肚子|嗓子|伤口|刀口|腰|腿|胃)[也还都又]?$/;

/** 不太贵, 没等多久: what is denied did not go wrong. */
function isDenied(text: string, start: number): boolean {
  const left = text.slice(Math.max(start - 3, 0), start);
  return (
    OF_BODY.test(left) ||
    /(?:不|没|没有|别|未|不用|不会|从没)$/.test(left) ||
    /^(?:等|候)我/.test(text.slice(start, start + 2))
  );
}
