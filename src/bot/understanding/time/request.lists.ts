/**
 * Words that tell whether a time is meant for our call. All are read in the stretch around the time: what precedes it
 * in its clause (`head`) and what follows it up to the next time or the end of the clause (`tail`).
 */

/** Asks for contact: enough by itself, whatever was asked. */
export const STRONG_REQUEST =
  /(?:发|传|写)给我|再(?:细|慢慢|传|说|聊|谈|讲|整|摆|弄(?!丢|错|坏)|搞(?!错|丢)|唠|话|倾|接|议|问|打|发|联系|联络|接着|继续|回|答|填|弄|评|给|找|来(?:问|电|打|吧)|过来|看|跟|和|写|做|告诉|沟通|交流|通话|call)|(?:改|换|挪|推|约|定|延)(?:到|成|在|至|期)|(?:联系|联络|找|揾|搵)我|打给我|给我(?:打|发|来|回|电|信息|消息|短信)|打(?:电话)?(?:过来|来)|来电|回(?:你|复|电|访我|答|我)|(?:跟|和|给|同)你(?:们)?(?:说|聊|讲|谈|回|联系|发|打)|接着(?:说|聊|答|填)|继续(?:说|聊|答|填|问|吧|$)|你(?:们)?(?:再|就)?(?:打|发|问)(?!的|了|错)|到时候?(?:再)?(?:联系|打|说|聊|发|回)|那[天时](?:候)?(?:再|联系|打|说|聊|可以|有空)|\b(?:call|text|message|contact|ring|phone|reach|write|(?<!\b(?:i|me) )ask|try|talk|speak|chat)\b(?!'s| (?:bell|button|light|the|my|your|his|her|our|an?|one)\b| to (?!me|you|us))|\b(?:calling|texting|ringing|phoning|talking|chatting) (?:me|us|back|again|you|then|later)\b|get back|pick (?:it|this|that|up)|do (?:it|this)\b|continue|reschedule|致电|电联/;

/** Behind "you" and a time: what we are asked to do then, also for somebody else (你晚上八点发给他). */
export const DO_THEN = /^(?:再|就)?(?:打|发|找|问|联系|联络|跟)(?!.*[了过的])/;

/** Says that the time suits: enough when a call was offered (opening, "when would suit"). */
export const WEAK_REQUEST =
  /^.{0,12}?(?:吧|好了|好啦|(?<!不)行(?!动|李|程|政)|(?<!不)可以(?=$|[吗的了吧啊呀呢哈哦])|(?<!不)方便(?!面)|(?<!没)有空|(?<!没)有时间|没事|不忙|在家|得空|闲|好吗|好不好|怎么样|如何|可好|合适|o+k|都成|成吗|打(?:吧|我)?$|见$|再来$|先$|先(?=[啦喇吧])|这个时候|这个点|同一时间|此时|休息|(?:嘛|撒|哈|呗|哩|咧|喽|啦|噻|喔|哦|咯)$|不(?:用)?上班|放假|调休|回来|到家|下班|请|比较好|更好|最好|才有|以后$|之后$|later$|please|pls|plz|works|fine|good|better|best|suits?|convenient|free|available|ok(?:ay)?|\bis okay)/;

/** The bare verb of talking right behind a time and nothing else: 晚上七点聊, 早上说, 周五整撒. */
export const TALK_THEN =
  /^(?:的时候|以?后|之后|左右|前后|钟|再|就|咱们?|我们?|你们?|跟你|给你|来|接着|继续|那时|那会儿?){0,8}(?:聊|唠|讲|说|整|摆|答|谈|填|倾|问我|问|找我|联系|开始|打给我|发来)(?:一下|我|你|几句)?(?:吧|嘛|撒|哈|呗|哩|咧|喽|啦|噻|哦|喔|咯|呀|啊|好了?|行|可以|成|中|如何|怎么样|好不好|[吗么])*$/;

/** Says that the time does not suit, or what is done then. */
export const DOES_NOT_SUIT =
  /(?<!行)不行|(?<!可以?)不可以|(?<!方便)不方便|不便|不得[空闲]|(?:没|没有|冇)(?:得)?(?:空|时间)|没闲|不在(?!家吃)|不能|(?<![不帮])忙(?![完好])|排满|安排满|满了|有(?:点|个|些)?事(?!.{0,3}找)|有会|开会(?!完)|(?<!不|不用|没)上班(?!前)|(?<!需|想|主|重|只|不)要(?!是|不|的|么|打|联系|找|聊|等)|(?:我|还|都|又)得(?=去|上|开|带|做|出|赶|忙|加|给)|太早|太晚|(?<!能)不要|(?:^|[就可])别|不合适|不成|走不开|没法|出差|上课|(?:去|带|陪).{0,4}(?:医院|复查|看病|检查|学校)|有课|值班|加班|开车|没办法|来不及|再说不|睡(?!醒|起|完)|^(?:也|都|就)?(?:不用|不必|甭|不要)再?(?:打|发|联系|找|来|问)/;

/** Before a time: not after it. */
export const LATEST = /(?:最迟|最晚|至迟|不[迟晚]于|no later than|at the latest)[^,]{0,2}$/;

/** Ends what is done then: "开完会", "下课以后", "回来". */
export const BUSY_ENDS =
  /完|回来|回家|到家|到站|靠站|靠岸|落地|下[车机播课班工]|收[摊工车档]|打烊|散[会场]|交班|放[学工]|结束|关门|以后|之后|有空|没事/;

/** The whole rest of the clause says that one is free from then on: 四十分钟后我靠站, 夜里十一点我才收摊. */
export const FREE_THEN =
  /^(?!刚|已|早)(?:我|俺|咱|我们|咱们)?(?:大概|差不多|应该|可能|就|才|能|可以|准能|都)*(?:下[夜早晚中]班|[\u4e00-\u9fff]{0,2}[^答问]完.{0,2}|回来|回家|到家|到站|靠站|靠岸|落地|下[车机播课班工]|收[摊工车档]|打烊|散[会场]|交班|放[学工]|结束|关门)(?:了|的)?$/;

/** After "by six", "六点前": from then on, so that the bound is the time itself. */
export const FREE_BY =
  /^[ ,]*(?:i|we)(?:'ll| will| should|'m| am| can)?(?: be)? (?:free|home|back|done|finished|available|off work)|^(?:我)?(?:就|应该|肯定|准|可以|会)*能?(?:到家|回来|回家|忙完|弄完|下班|收工|散会)/;

/** The time of something that happened, or happens there: staff, ward life, what was done. */
export const EVENT =
  /(?:住院|入院|出院|按铃|护士|医生|大夫|主任|护工|阿姨|食堂|病房|病区|查房|抽血|输液|挂水|吊瓶|换药|换了|打针|手术|开刀|化疗|叫醒|叫人|才来|才有人|才(?!能|方便|有|可以|行|成|中|得|下[班工]|[收放]工|到家|回|闲|忙完|完事|放学|歇|吃完|散会|散场|轮休|休)|没人|不管|疼|痛|吵|闹|火化|出殡|下葬|做的|做了|发现|送来|药|饭|菜|熄灯|排队|收费|报告|门诊|挂号|开门|号源|预约|探视|检查|检查|复查|拿|取|能不能|有没有|是不是|为什么|怎么(?!样)|的(?:火车|飞机|车|票|会|课|班|事|时候(?!再)|饭))|[\u4e00-\u9fff](?:了|过)(?!.{0,3}再|.{0,2}$)/;

/** In front of a time: not that one, or somebody else's word about it. */
export const HEAD_REJECTS =
  /(?:别|不要|不能|除了|不是|没法|等了|花了|用了|了|有|忙了|住了|做了|疼了|超过|都|已经|提前|一直(?:到)?|从|打了|按了)(?:大约|大概|快|近|整整|将近|足足|足有)?$|(?:医生|护士|大夫|主任|窗口|他们?|医院|人家|家属|别人|你们)[^,。!?;]{0,6}(?:说|让|叫|告诉|通知|答应|讲|要)[^,。!?;]{0,4}$/;

/** In the clause before the time: what is told is in the past. */
export const HEAD_EVENT =
  /住院|出院|做手术|护士|医生|大夫|主任|护工|投诉|查房|输液|抽血|当时|那时|上次|上回|之前|每次|一直|态度|建议|希望(?!你)|告别式|追悼|葬|出殡|火化|头七|安息|收走|走的/;

export const HEAD_REJECTS_EN =
  /(?:\b(?:not|except|isn't|don't|won't|can't do|can't make it|no)(?: on| at| in)?|(?:waited|for|took|was|were|had|did|been|about every)(?: about| over| almost)?) $/;
export const EVENT_EN =
  /\b(?:was|were|wasn't|weren't|had|did|didn't|came|took|gave|got|went|left|lost|told|said|saw|rang|made|been|paid|since|nurses?|doctors?|surgery|ward|funeral|burial|(?!tired|occupied|booked|delayed|finished|scheduled|preferred|interested)[a-z]+[a-df-z]ed)\b/;
export const DOES_NOT_SUIT_EN =
  /\b(?:no good|not good|not (?:so )?convenient|not free|busy|doesn't|does not|don't|can't|cannot|won't|not|i have|i've got|i'm (?:at|in)|i am (?:at|in)|i work|too (?:early|late)|is bad|is full)\b/;

/** A clause that says the contact is busy, or is mere politeness: a time beside it is meant for our call. */
export const BUSY_OR_POLITE =
  /忙|没空|没有空|没时间|没有时间|不方便|不便|不得[空闲]|有事|有点事|开会|会议|开车|上班|工作|干活|加班|值班|上课|带孩子|带娃|接孩子|喂奶|做饭|吃饭|洗澡|买菜|睡觉|休息|孩子|在外|外面|外地|出差|旅游|路上|走不开|手头|输液|医院|地里|打牌|打麻将|散步|遛弯|车间|工地|开着|搬家|老人|客人|来人|家里|今天不|现在不|不行|抱歉|对不起|不好意思|你好|谢谢|麻烦|请|好的?$|嗯|哦|可以|是的?|我是|本人|meeting|busy|driving|work|class|can't|cannot|not (?:now|a good)|sorry|hi|hello|thanks|thank you|please|no time|in the middle|yes|ok|not convenient|no good|bad time|on duty|occupied/;

/** Says that now does not suit, so plainly that a time beside it is meant for our call, whatever was asked. */
export const BUSY_NOW =
  /(?:有事|有点事|在忙|先忙|忙着|正忙|很忙|太忙|挺忙|没空|没时间|没有空|没有时间|不方便|不得空|在?开会|开着会|在?开车|在上班|上着班|在上课|在忙|在外面|走不开|孩子哭|接个?电话|来客人|busy|in a meeting|driving|at work|can't talk|not a good time|visitors|on duty|gotta go|have to go)/;

/** Words that may stand before a time in its clause without saying anything else. */
export const SOFT_HEAD =
  /^(?:那么?|就|还是|等|到了?|于|我们?|先|约|请|麻烦|大概|可能|应该|得|最好|要|你|改|换|不如|或者|或|也|都|只有|只能|嗯|好的?|行|可以|吗|吧|of|on|at|in|maybe|perhaps|how about|what about|let's say|say|only|i am free|i'm free|i'm available|free|available|can|the|about|around|until|from|ok|okay|yes|sure|well| |,){0,24}$/;

/** Takes back what was said before: the later time wins. */
export const CORRECTION =
  /不对|不是|错了|改(?:到|成|在|为)?|换(?:到|成)?|还是|算了|要不|instead|rather|actually|sorry,? (?:i mean|make)/;

/** Said with this, a refusal holds for now only: 先别发, don't call now. */
export const FOR_NOW = /先|现在|这会儿?|此刻|暂时|眼下|正在|now|at the moment|until|till|before/;

/** Asks that nobody writes any more: no time is looked for, unless the refusal names one itself (下午别打). */
export const REFUSES =
  /(?:不要|别|莫|不用|勿|甭|不想|不必|少)(?:再|给我|来|和我|跟我)*(?:打|发|找我|联系|联络|骚扰|烦|问(?!题)|回访)|退订|do(?:n'|no)?t (?:ever )?(?:call|text|contact|message)|stop (?:calling|texting|messaging)/;
