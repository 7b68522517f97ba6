import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import { match } from './patterns.ts';

/** Not free, in any region's words; and the words that make it now or mine. */
const NOT_FREE =
  '(?:(?:没得|没有|没|莫得|莫有|木有|冇|无|冒得|不得|抽不出|腾不出|挤不出)(?:什么|啥|一点|半点)?(?:空闲?|时间|工夫|功夫|闲工夫|闲)(?!调|房|床|间)|不(?:太|大|是很|咋|怎么)?(?:方便|便|得空|得闲|得行|凑巧|凑手|赶巧)|[抽脱]不开身|走不开|离不开人?|腾不开手?|(?:很|在|正|太|有点|比较|好|瞎|老|忒|蛮|可|正在|都)?忙(?:着|得很|死了?|得[^,.!?;。]{1,8})?(?:呢|哩|咧|嘞|啊)?(?![完过前里上坏活乎碌]|于)|有活(?:儿|干)?|有(?:点|个|点儿|急)?事(?:情)?(?!故|实|业|先|后|没)|顾不上|撕不开手)';
const NOW =
  '(?:这两天|这几天|这周|这段时间|现在|目前|这会儿?子?|这阵子?|这时候?|这下|这功夫|眼下|眼目前|当下|暂时|最近|今天|今日|今儿|今晚|刚好|手头|手上|而家|依家|我|俺|咱|我这|俺这|我们)';
const NOT_NOW = guarded(
  new RegExp(
    `${NOW}(?:真的?|实在|都|也|确实|可能|是|还|就|可|正|又){0,6}(?:${NOT_FREE}|(?<!我|俺|咱|们)不(?:行|可以|成|中|得|能))|(?:^|[,!?;。])(?:真的?|实在|抱歉|不好意思){0,4}${NOT_FREE}(?=[,.!?;。~…了呢啊的着呀哈哦嘛撒喽啦☺]|$)`,
  ),
);
/** Something breaks in on the talk: 我接个电话, 有人敲门. */
const CALLED_AWAY = guarded(
  /(?:^|[,!?;。])(?:我|俺|咱|先|得|要|去|正){0,6}(?:接(?:个|一?下)?电话|来电话|有人(?:敲门|找|来|喊|叫)|来(?:人|客|客人|货|生意)了|到站|上车|下车|要?下高铁|锅(?:糊|开|溢)|(?:孩子|娃儿?|宝宝|孙子)(?:哭|醒|闹)|(?:领导|老板|老师|客户)(?:来|找|喊|叫))(?:了|啦|咧|喽)?(?=[,.!?;。]|$)/,
);

/** 收苞谷呢, 开车呢: what one is at, as a whole stretch. */
const AT_IT = guarded(
  /(?:^|[,!?;。])(?:哎|唉|嗯|我|俺|咱|人|正|还|在|刚){0,8}(?!在|你|他|挺|很|还|都|才|就|好|满|不|没|是|有|怎|咋|为|哪|谁|啥|什么|几|多|早|能|会|可|要|等|行|医|护|大夫|主任|满意|恢复|痛|疼)[\u4e00-\u9fff]{2,7}(?<!什么|怎么|哪里|多少|啥|谁|几|满意|是|疼|痛|难受|不错|负责|认真|热情|耐心|好|差|事|咋办|怎么办|挺|医院|医生|护士|结果|单子|人)(?:着呢|呢|哩|咧)(?=[,.!?;。]|$|[早晚上下中明后今周星礼]|[\d一二两三四五六七八九十]+点)/,
);

/** Busy or later, whatever is asked: said of oneself, no time needed (situations 2 and 3). */
const ANYWHERE = guarded(
  /(?:现在|目前|这会儿?|这时候|今天|今晚|刚好|眼下|这阵子|最近|暂时|我)(?:真的?|实在|都|也|有点|确实|可能)?(?:没空|没有空|没时间|没有时间|没工夫|没功夫|不方便|不太方便|不大方便|不得空|抽不开身|走不开|很忙|在忙|正忙|忙着|太忙|有点忙|比较忙|有事|有点事|有急事|不行|顾不上|不得闲|唔得闲)|^(?:在忙|正忙|忙着呢?|忙|很忙|太忙了?|有点忙|好忙|没空|没有空|没时间|没工夫|不方便|不太方便|不大方便|有事|有急事|不得闲|走不开|抽不开身)(?:[,.!。呢了啊的着呀哈]|$)|忙着呢|正忙着?|(?:晚点|晚一点|晚些|等下|等一下|等会儿?|等一会儿?|过会儿?|过一会儿?|待会儿?|一会儿?|稍后|稍等|迟点|改天|改日|下次|回头|过几天|过两天|过阵子|过段时间|以后|有空|有时间|空了|忙完|等我)[^,!?;。]{0,6}(?:再|说|聊|打(?![针点麻招扫印饭水])|联系|回|答|发|弄|问|吧|跟你|告诉)|(?:^|[,。!])(?:晚点|晚一点|等下|等会儿?|等一下|过会儿?|待会儿?|稍后|稍等|改天|改日|下次|回头|以后|一会儿?)(?:吧|啊|哈|说|$)|(?:以后|回头|改天|下次|晚点|到时候?)再(?:说|聊|联系|讲|打|问)|^再(?:说|联系|聊)吧?$|先(?:不说|这样|挂)了?,?(?:有事|忙|要)|(?:我)?(?:先|得|要)(?:去)?(?:忙|开会|上班|接孩子|做饭|吃饭|开车|干活)(?:了|去|,|$)|\b(?:i'?m|i am|im|we're|quite|very|too|really|bit) (?:\w+ )?(?:busy|driving|working|in a meeting|at work|in class|cooking|tied up)\b|\b(?:not a good time|can't talk|cannot talk|can't right now|not now|call (?:me )?(?:back )?later|another time|some other time|in a meeting|text me later|talk later|maybe later|later please|try (?:me )?later|no time (?:right )?now|busy (?:right )?now)\b|^(?:busy|later|driving|at work|in class)\b/,
);
/** At the opening also any occupation of the moment. */
const AT_OPENING = guarded(
  /[\u4e00-\u9fff]{2,}再(?:说|聊|讲|答|弄|整|联系|回)(?:吧|嘛|呗|撒|哈|啦)?(?:$|[,.!。])|(?:^|[,!。;]|我|现在|这会儿?|正|还|人|他|老人|我妈|我爸|此刻)(?:正)?在(?!的|呢?$|线|医院|住|这|那|家(?!里?(?:带|做|忙|睡|照顾|吃|干|上班))|康复|恢复|慢慢|吗|不在|你们|哪|此)[^,!?;。]{1,10}(?=[,!?;。]|$|等|晚|下午|明|不方便|没空|再)|正(?:在|开|吃|上|做|忙|睡|洗|干|排|打|坐|喂|带|陪|要)|(?:开会|开车|上班|上课|睡觉|午睡|吃饭|做饭|带(?:孩子|娃儿?|孙子?|孙女|小孩|宝宝)|哄(?:孩子|娃)|喂奶|洗澡|干活|下地|打工|加班|出差|旅游|排队|输液|打针|坐车|坐地铁|接(?:孩子|娃|人)|买菜|做手术|看店|进货|打麻将|考试|值班|赶路|路上|地铁上|车上|飞机上|高铁上|工地)(?:中|呢|了|着|上|里|时|咧|嘞|啊|吧|去)?(?=[,!?;。]|$|下午|晚|明|不|没|等)|[开做吃带看喂哄守陪排骑睡抱炒干][着著](?!急|凉|火)|走不开|抽不开身|不得空|腾不出|排满|有客人|家里有事|来客人|脱不开身|手头有|不凑手|没(?:有)?(?:空|时间|工夫|功夫)|不(?:太|大|是很)?(?:方便|凑巧|巧)|(?:今天|现在|这会儿?|目前)(?:可能|怕是|恐怕)?不(?:行|可以|成|中|得)|^(?:不行|不可以|不成|不中|不巧|不便)$|睡(?:着|了|下)|他(?:不在家|没在|出去|出门|睡|在睡|在休息|休息)|\b(?:busy|driving|at work|in class|working|sleeping|eating|cooking|on the (?:bus|train|road)|in transit|with (?:a )?(?:client|customer)|at the (?:airport|office|gym|market)|can't talk|not (?:free|available|convenient|now|today)|no time)\b/,
);
/** Said of the staff, of the past, or as an excuse that was heard: nobody is busy now. */
const NOT_ME = guarded(
  /(?:医生|大夫|护士|他们|你们|人家|窗口|主任|前台|食堂)[^,!?;。]{0,6}(?:忙|没空|没时间|有事|吃饭|开会)|不忙|忙不过来|忙前忙后|忙里忙外|忙上忙下|帮忙|连忙|急忙|匆忙|忙了一|不方便(?:充电|用|停|走|洗|上厕所|晾|吃|打水)|(?:充电|停车|洗澡|吃饭|上厕所|打水|看病|缴费|走路|行动|打字|说话|晾衣服|操作|出行|用水|加床)(?:都|很|也|太|有点|特别|真|什么的)?不(?:太)?方便/,
);

/** Cheap test: without one of these nobody says that they are busy. */
const TRIGGER = guarded(
  /[接来锅站车哭醒闹忙空闲便时事呢哩咧行中成工功顾身开手离会等后晚改回再过天在正开上睡吃做带洗走抽不没工夫]|busy|later|driv|work|meet|class|time|now|talk|call|cook|sleep|eat|on the|free|avail|conven/,
);

/** The contact has no time now; null when nobody says so. `opening` reads any occupation of the moment as such. */
export function readBusy(n: Normalised, opening: boolean): Finding | null {
  if (!TRIGGER.test(n)) return null;
  if (NOT_ME.test(n) && !/我(?:现在|这会|正|在)/.test(n.text)) return null;
  const always =
    match(n, 'busy', ANYWHERE, [0.9, 'busy.now']) ??
    match(n, 'busy', NOT_NOW, [0.9, 'busy.not_free']) ??
    match(n, 'busy', CALLED_AWAY, [0.85, 'busy.called_away']);
  if (always !== null) return always;
  if (opening) {
    const doing = match(n, 'busy', AT_IT, [0.85, 'busy.at_it']);
    if (doing !== null) return doing;
  }
  return opening ? match(n, 'busy', AT_OPENING, [0.85, 'busy.occupied']) : null;
}
