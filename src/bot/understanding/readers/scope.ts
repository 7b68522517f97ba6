import { guarded, type Marked } from '../sieve/guarded.ts';

/** What a clause is about to be taken as: these say nothing about how it was here and now (understanding, section 4). */
export interface Scope {
  /** 要是…就好了, 如果, if: a condition or a wish; no grade. */
  readonly hypothetical: boolean;
  /** 邻居说, 网上说: somebody else's opinion; no grade. */
  readonly thirdParty: boolean;
  /** Asks instead of telling. */
  readonly question: boolean;
  /** Says sorry for one's own tone: blames nobody else. */
  readonly ownFault: boolean;
  /** Wishes that something be changed. */
  readonly wish: boolean;
}

const HYPOTHETICAL = guarded(
  /要是(?!没)|如果|假如|假设|假使|倘若|若是|若能|万一|的话(?!$|说|讲|都|也|很|太)|(?<![早天后快上完久日来])就好了|就更好|就完美|才好$|(?:该|那|就)多好|本来应该|\bif\b|\bunless\b|\bwould (?:be|have been)\b|\bi wish\b|\bwish\b|\bhope\b|\bhoping\b/,
);
const CONSEQUENCE = /就|才|那|也许|可能|肯定|\bwould\b|\bcould\b|\bthen\b/;
const THIRD = guarded(
  /(?:邻居|别人|旁人|外人|隔壁|同病房|病友|临床|邻床|对面床|网上|网友|听说|朋友|亲戚|人家|同事|[二三大小老]?(?:(?<!阿)姨妈?|舅舅?|舅妈|姑姑?(?!娘)|姑妈|婶婶?|婶子|嫂子|妯娌|亲家|表[哥姐弟妹]|堂[哥姐弟妹])|其他人|其他病人|别的病人|别家|老乡|同学|村里人|群里|大伙)[^,!?;。]{0,8}(?:说|讲|觉得|评价|反映|反应|抱怨|骂|夸|认为|表示|满意|推荐|提到|不满)|^(?:听说|据说|都说|听别人|听人)|\b(?:my )?(?:neighbou?r|friend|others|other people|people|someone|somebody|other patients?|they) (?:said|says|say|told|think|thinks|thought|complained|complains)|\bi heard\b/,
);
const FIRST_PERSON = /我|本人|自己|咱|俺|但|不过|可是|\bi\b|\bmy\b|\bme\b|\bbut\b/;
const ASKS = guarded(
  /[吗么嘛]$|^(?:请问|想问|问一下|问下|咨询)|怎么(?:办|样才|填|选|回|弄|走|复印|拿)|是不是$|^(?:why|how|what|when|where|who|is|are|do|does|can(?!'t|not)|could(?!n't))\b/,
);
const WISH = guarded(
  /建议|提议|(?<!这|那)最好(?!的|了|不过)|能不能|能否|可不可以|可否|是否可以|希望|盼望|但愿|期望|期待|巴望|(?<![早天后快上完久日来])就好了|就更好|应该(?:多|要|加|改|给|有|把|设|让|增|再|早|配|派|提)|应当|需要(?:改|加|提|增|多)|有待|要(?:加强|改进|改善|提高|多)|(?:多|再|早|快|少)(?:装|配|派|放|加|设|弄|搞|安排|开|准备|增加|提供|派)(?:点|些|几|一|个)?|可以(?:在|给|把|考虑)[^,!?;。]{1,12}(?:加|装|放|设|配|弄|改|换|多|开|建|减)|(?:可以|请|得|望|能)(?:再)?(?:多|加|改|增|提高|考虑|优化|早点|快点|设|装)|(?:多|少)(?:关心|照顾|理解|沟通|体谅|注意|巡视|[\u4e00-\u9fff]{1,2}(?:点|些|一点|一些)(?:$|[\u4e00-\u9fff]))|(?:别|不要)(?:再)?(?:聊天|吵|大声|乱|让病人|那么|这么|总是)|^把[^,!?;。]{1,8}(?:修|换|改|装|弄|扩|打扫|洗|整)|以后[^,!?;。]{1,8}(?:找个|要|多|少|别|注意|安排|换|派)|^提高|注意一下|请(?:你们|医院|医生|护士)(?!问)|改进|改善|加强|增加|增设|增派|完善|优化|整改|提升(?:一下|服务)|(?:要是|若|如果|假如)?(?:能|可以)(?:够)?(?:加|装|多|有|开|设|搞|弄|线上|网上|手机上|提前|改|换|给)[^,!?;。]{1,14}就(?:好|行|方便|省|妥|完美|更)|(?<!我)多(?:点|些|来点|弄点|搞点|做点|备点)(?!了|钱|久)[^,!?;。]{1,10}(?:$|[,!。])|(?<!问|说|我|好|身体|吃)(?:开|送|放|做|弄|搞|修|调|煮|熬|设|停|熄|关|给|改|打扫|换|发)(?:得)?(?:早|晚|快|大|小|高|低|轻|勤|软|热|宽|长|淡|便宜)(?:一)?[点些](?:儿|吧|嘛|就好)?(?=$|[,!。])|\b(?:suggest|suggestion|recommend|could you|should(?! be \d)|ought to|would be (?:nice|good|better|great|helpful)|would help|wish|please (?:add|improve|provide|put|make|have|fix|keep)|needs? (?:more|to|better|improv)|more .{2,20} (?:would|please)|improve|it'd be)\b/,
);
/** Wishes for oneself, good wishes for us, wishes about this talk: none of them asks the hospital to change anything. */
export const NO_WISH =
  /(?:得|要|请|你)?快(?:一)?点(?:问|说|讲|吧|啊|哈|嘛|$)|希望(?:我|他|自己|早日|早点(?:好|康复)|尽快(?:好|康复)|能?(?:早日|快点好|康复|好起来)|不要?(?:再)?(?:住院|复发|生病|来)|你们?(?:越|一切|身体|工作|好|平安)|医院(?:越|更上)|越来越|一切|大家)|(?:越办越|越来越)好|(?:能不能|可不可以|最好|能否|希望)[^,]{0,6}(?:打(?:来|过来|电话|给我)|联系|再(?:说|聊|问|打|发)|(?:晚点|明天|下午|晚上|上午|周[一二三四五六日天末])(?:打|联系|再|吧|$)|给我(?:打|回|发)|别(?:再)?(?:打|发)|不要(?:再)?(?:打|发))|\bhope (?:you|to|i|he|she|my|we)\b/;

const OWN_FAULT = guarded(
  /我(?:刚才|刚刚|刚|方才|之前|说话|的?态度|的?语气|的?口气|的?脾气|有点|太|不该|今天心情)[^,!?;。]{0,8}(?:冲|骂|急|差|不好|凶|重|火|脾气|过分|骂|激动|难听|失礼)|(?:刚才|刚刚|方才|之前)(?:我)?[^,!?;。]{0,6}(?:口气|语气|态度|说话|脾气|心情|话|不该)?[^,!?;。]{0,4}(?:骂|发火|冲|急|差|不好|凶|重|难听|激动)|\bi was (?:rude|angry|upset|harsh)|my (?:tone|temper|language)/,
);

/** 前面语气不太好, beside an apology: of oneself, though nobody is named. */
const OWN_FAULT_IF_SORRY = guarded(
  /(?:刚才|刚刚|方才|之前|前面|前头|先前|早先|适才|上面|上次|昨天)?[^,!?;。]{0,4}(?:语气|口气|态度|说话|脾气|心情|话|火气|嘴|言语)[^,!?;。]{0,8}(?:冲|急|差|不好|不太好|凶|重|难听|大了?|激动|不对|过分|过激|直)/,
);

/** Reads the scope of one clause; `before` is that of the clause before it in the same sentence chain. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
export function scopeOf(clause: Marked, before: Scope | null, asked: boolean, sorry = false): Scope {
  const { text } = clause;
  const wish = WISH.test(clause) && !NO_WISH.test(text);
  const hypothetical =
    HYPOTHETICAL.test(clause) ||
    (before?.hypothetical === true && CONSEQUENCE.test(text) && !/现在|其实|实际/.test(text));
  const thirdParty = THIRD.test(clause) || (before?.thirdParty === true && !FIRST_PERSON.test(text));
  const ownFault =
    (OWN_FAULT.test(clause) || (sorry && OWN_FAULT_IF_SORRY.test(clause))) &&
    !/(?:医生|护士|大夫|他们?|主任|护工)/.test(text);
  return { hypothetical, thirdParty, ownFault, question: asked || ASKS.test(clause), wish };
}
