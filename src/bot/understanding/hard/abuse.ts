import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { bare } from '../scope.ts';
import { guarded } from '../sieve/guarded.ts';
import { firstHit, plainFinding } from './hits.ts';

const TRIGGER = guarded(
  /[蠢傻煞龟瘪鳖瓜憨虎彪二信批仙先沙白痴脑智障弱老机掰食算脸去爷残神滚操草肏妈娘逼屄比死货东蛋狗猪畜孙贱渣垃废饭杂屁骗丢仆冚屌挑靠干病毛混帐账流婊人玩鬼衰羞耻屎王放瞎尼泥卧日全]|sb|cnm|nmsl|tmd|mlgb|rnm|2b|fuck|shit|idiot|stupid|damn|hell|bitch|asshole|moron|dumb|crap|bastard|piss|scum|jerk|screw|useless|moron|drop dead|get lost|shut up|wtf|suck/,
);

/** Insults that are nothing else. */
const SURE = guarded(
  /傻[逼比叉缺屌子吊帽]|煞[笔逼]|沙[比雕]|啥[比逼]|(?<![拍体照])\bsb\b(?!拍|片)|\bcnm\b|\bnmsl\b|\btmd\b|\bmlgb\b|\brnm\b|\b2b\b|二[逼货]|脑残|脑瘫(?!儿|患|的孩|康)|智障(?!儿|人士|患)|弱智|白痴|蠢(?:货|猪|蛋|驴|材|才|得|死)|笨蛋|王八(?:蛋|羔子|犊子)?|混[蛋账]|浑蛋|滚(?:蛋|犊子|粗|远点|开|你妈|一边|吧|!|。|,|$)(?!水|烫)|[操草艹肏日曰干屌叼丢吊挑](?:你|他|恁|妳)?(?:个)?(?:妈|娘|老母|老木|祖宗|大爷|奶奶|全家|八辈)|草(?:泥|拟|你)马?|尼玛|泥马|卧槽尼|你(?:妈|娘|老母|奶奶)(?:的|逼|b|个|了个|死)(?!病|伤|药|手|腿|血|检|住院|情况|身体)|(?<![你他我她])妈(?:的|了个)(?=[,。!?\s]|又|$|个|逼|真|都|什么|烦|老)|他妈的?(?=[,。!?\s烦什么真还又个不有就是都]|$)(?!病|伤|好)|妈(?:逼|b|卖批|了?个巴子|拉个)|^你(?:老母|老味|妈|娘|奶奶个?腿)(?=$|[,。!])|去死(?:吧|啦|!|$)|死全家|全家死|不得好死|断子绝孙|祖宗十八代|狗(?:东西|日的?|娘养|屁|杂种|腿子|屎|医院|医生|官|娘|比|逼)|畜生|牲口|禽兽(?!不)|杂[种碎]|贱[人货逼种]|婊子|下贱|人渣|渣滓|败类|猪(?:脑|狗不如|头三)|废物(?!处理|间|桶|箱|袋)|饭桶|蠢|放(?:你|他|狗)(?:妈|娘)?的?(?:狗)?屁|放屁(?=[,。!]|$)|去你(?:妈|娘|奶奶|大爷|二大爷|姥姥|全家)|你(?:他妈)?算老几|死开|食屎|食懵|收皮|屁话|(?:不要|没|不)(?:个)?脸|厚颜无耻|无耻|卑鄙|龟孙|龟儿子?|瘪犊子|犊子玩意|鳖孙|[日入]你?(?:先人|仙人|屋)|先人板板|仙人板板|瓜娃子|瓜皮|瓜批|宝批龙|哈批|憨[批货逼]|虎[逼了]吧?唧|彪子|二百五|二[球杆]货?|信球|死(?:机器|东西|玩意)|孙子(?=们?[,。!]|$)|仆街|扑街(?!在)|冚家[铲拎富]|冚|黐线|痴线|粘线|戆[居鸠]|屌|撚|含撚|衰(?:人|仔|鬼|公|婆)|靠[北杯夭]|靠腰|机[掰车]|白目|北七|三小|哭[爸夭]|(?:脑子|脑袋|头壳|脑壳|脑)(?:都|是|里|让|给|被|他|真|有|是不是|是否)*(?:进水|有(?:问题|病|毛病|坑|泡|屎|包)|坏掉|坏了|被驴|被门|秀逗|没|缺根)(?!手术)|没脑子|缺心眼|有毛病|吃(?:屎|饱了撑)|畜牲|(?:算|是)(?:个|什么)(?:什么)?(?:东西|玩意|屁|鸟)|什么(?:狗屁|鸟|破|烂|垃圾)(?:医院|东西|玩意)|(?:狗屁|破|烂|垃圾|黑心|坑人|吃人|流氓|土匪|无良|狗)(?:的)?(?:医院|医生|护士|机器人|玩意|系统|客服)|土匪|强盗(?!案)|吸血鬼|披着人皮|丧(?:尽)?天良|丧心病狂|黑了心|没人性|没良心的(?:东西|医|医院|家伙|,|。|$)|草菅人命|幹/g,
);

/** An ordinary word too: an insult alone, or aimed at 你. */
const AIMED = guarded(
  /(?:^|(?<=[,。!]))[操肏](?=$|[,。!])|神经病|有病|垃圾|滚|骗子|死(?:变态|机器|骗子|东西)|变态|恶心|流氓|鬼东西|什么东西|什么玩意儿?|闭嘴|住嘴|烦死|笨|猪|狗|傻|去死|丑八怪|老不死|疯子|神经|变态|吃干饭|混蛋/g,
);

const EN = guarded(
  /\bf+u+c+k\w*|\bshit\w*|\bbull ?shit\b|\b(?:you|stupid|bloody|fucking|damn|what an?|such an?|total|complete) ?(?:\w+ )?(?:idiots?|morons?|stupid|dumb\w*|imbeciles?|bastards?|assholes?|scum|clowns?|useless|bitch\w*|robots?|bots?|jerks?|pigs?)\b|\b(?:idiots?|morons?|assholes?|bitch|bastards?|dumbass|wankers?|scumbags?|imbeciles?)\b|\b(?:go to hell|piss off|shut up|screw you|drop dead|get lost|eat shit|damn you|you suck|up yours|sod off|bugger off)\b|\bwtf\b/g,
);

/** An insult is aimed at the bot or the hospital, or stands alone. */
const AT_US = /你(?:们)?(?!妈|爸)|这(?:帮|群|些|个)|那(?:帮|群)|一(?:群|帮|伙|窝)|都是|真是|简直|什么|破|臭|死/;
/** Illness, animals, waste and quotations. */
const LITERAL =
  /神经(?:内|外|科|病变|痛|衰弱|根|损|炎|损伤)|有病(?:人|房|历|床|史|情)|我(?:爸|妈|他|们|老婆|老公|孩子)?[^,。你]{0,3}有(?:点)?病|垃圾(?:桶|袋|箱|没|堆|满|多|也|都|车|分类|站|清|到处|不|乱)|狗(?:咬|抓|粮|不理)|猪(?:肉|肝|蹄|脚|瓣)|(?:说|骂|叫)(?:我|他|人家|我妈|我们)|骂我|傻(?:傻|乎|眼|笑|站|等|坐)|滚(?:烫|水|下|到|落|动|筒)|笨(?:手|重|拙)|我(?:比较|有点|真|太)?(?:笨|傻|蠢)|恶心(?:呕|想|吐|,|。|$|头|干|和|难受)|是不是骗子|不会是骗子|怕是骗子|骗子吧|骗子吗|不是骗子|会不会是骗子|怎么证明|防骗|被骗子|流氓兔|狗年|属[猪狗]|变态反应|not stupid|my stupid (?:phone|question)|stupid question|feel (?:stupid|dumb)|i'?m (?:such )?an? idiot|sorry/;

/** Situation 30. An insult that carries a complaint is still found here; the flow decides that the complaint is what counts. */
export function readAbuse(n: Normalised): readonly Finding[] {
  if (!TRIGGER.test(n)) return [];
  const sure = firstHit(n, SURE, ({ scope }) => !LITERAL.test(scope.clause.text) && !quoted(scope.before));
  if (sure !== null) return [plainFinding(n, sure, { kind: 'abuse', confidence: 0.92, evidence: 'abuse.word' })];
  const aimed = firstHit(n, AIMED, ({ scope, text }) => {
    if (LITERAL.test(scope.clause.text) || quoted(scope.before)) return false;
    const alone = bare(scope.clause.text.replaceAll(PARTICLES, '')).length <= text.length;
    if (/^(?:烦死|恶心|狗|猪|傻|笨|骗子|闭嘴|什么东西)$/.test(text))
      return AIMED_AT_YOU.test(scope.before) || (alone && /骗子|闭嘴/.test(text) && !n.text.includes('?'));
    return alone || AT_US.test(scope.before);
  });
  if (aimed !== null) return [plainFinding(n, aimed, { kind: 'abuse', confidence: 0.85, evidence: 'abuse.aimed' })];
  const english = firstHit(n, EN, ({ scope, text }) => !LITERAL.test(scope.clause.text) && !/^stupid$/.test(text));
  return english === null ? [] : [plainFinding(n, english, { kind: 'abuse', confidence: 0.9, evidence: 'abuse.en' })];
}

/** What may stand beside an insult that stands alone: 神经病啊你. */
const PARTICLES = /[啊呀吧呢嘛哦你们真是的就这]/g;
const AIMED_AT_YOU = /你们?(?:这|那|就|都|是|真|个|帮|群|些|才|简直|的|一|全|他|有|死|大|蠢|臭)*$|(?:一[群帮伙窝])$/;

/** Somebody said it to the contact: a fact, not an insult to us. */
function quoted(before: string): boolean {
  return /(?:骂|说|喊|叫|嫌)(?:我|他|我妈|我爸|我们|人家|病人|患者|我家)[^,。]{0,4}$|(?:不是|没有|没)(?:骂|说)?(?:你们?|人)?(?:是)?$/.test(
    before,
  );
}
