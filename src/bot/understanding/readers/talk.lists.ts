import { guarded } from '../sieve/guarded.ts';

/** Patterns over the normalised text (您 is 你, 她/它 are 他, simplified, lower case). */

export const STATUS = guarded(
  /(?:多久|多长时间|什么时候|啥时候|几时|何时|几天|哪天|多会儿?|什么时间|多少天|要等多久)[^,!?;。]{0,10}(?:答复|回复|回音|处理|解决|结果|消息|说法|反馈|交代|落实|回应|下文|给我回|有信)|(?:投诉|处理|反映|意见|举报|那件事|这件事|我的事|上次的事|调查)[^,!?;。]{0,8}(?:怎么样了|咋样了|怎样了|结果|进展|进度|到哪|如何了|处理了吗|解决了(?:吗|没)|有没有|有(?:消息|下文|回音)|处理得|处理到)|(?:有|出)(?:了)?(?:处理)?(?:结果|回音|下文|消息|答复|进展|回复)(?:了)?(?:吗|没有|没|么)|(?:处理|解决|调查)(?:得|的)?(?:怎么样|咋样|如何)|(?:给|等)(?:我|你们)?(?:个|一个)?(?:准信|答复|回复|回话)|结果(?:呢|什么时候)|(?:反映|投诉|提|说|告)(?:过|了)?的?(?:那个|那件|这个|这件)?(?:事|问题|情况)[^,!?;。]{0,6}(?:有)?(?:信儿?|消息|动静|眉目|着落|下文|说法|结果|后续)(?:没|了|吗|么|呢|$)|(?:什么时候|啥时候|几时|多久|哪天)[^,!?;。]{0,5}(?:回覆|给我?(?:个)?(?:信|话|准信|说法|回话))|\b(?:when (?:will|can|do|would|should) i (?:hear|get|expect|receive)|how long (?:until|before|will|does it take)[^,.!?]{0,30}(?:reply|answer|hear|response|result|sort|investigat|resol)|(?:outcome|result|status|progress|update|news) (?:of|on|about|for) (?:my|the) (?:complaint|case|issue|problem)|any (?:news|update|progress)|heard back|when will (?:this|it|that) be (?:sorted|resolved|dealt|handled|fixed))\b/,
);
/** Results of tests and appointments are questions to the hospital. */
export const STATUS_NOT = guarded(
  /检查|化验|报告|片子|病理|活检|ct|核磁|b超|抽血|验血|复查|(?:test|scan|blood|x-ray|lab|biopsy)/,
);

export const BOT =
  /机器人|人工智能|智能客服|真人(?!跟|来|服务|接|客服|处理|和我|工)|是(?:不是)?(?:个)?(?:活)?人(?:吗|还是|么|在(?:发|回))|(?:是不是|是)(?:机器|电脑|程序|自动|ai)|自动(?:回复|发送|发的|群发)|(?:你|这)(?:是)?ai|电脑(?:发|自动)|\b(?:robot|bot|chatbot|machine|automated|ai\b|real (?:human|person)\?|are you (?:a )?(?:human|real|person)|auto(?:matic)? (?:reply|message)|computer)\b/;
export const IDENTITY = guarded(
  /你们?(?:到底|究竟|又)?(?:是)?(?:谁|哪位|哪个|哪里|哪儿|哪家|哪边|何人|什么人|啥人|干嘛的|干什么的|干啥的|做什么的|做啥的|什么单位|啥单位|什么部门|什么机构|哪个(?:医院|科|单位|部门)|边个|边位|哪里的|什么公司)|^(?:你好,?|喂,?|请问,?|嗯,?)*(?:请问)?(?:你们?|这)(?:是|系)(?:\?|$|…)|(?:^|,|请问|你)(?:谁|哪位|哪个|边位|边个)(?:啊|呀|呢|哪|\?|$)|^(?:谁|哪位|哪个)|(?:怎么|咋|如何)称呼|贵姓|你(?:叫|姓)(?:什么|啥)|(?:什么|啥|哪个)名字|(?:工号|编号)(?:是)?(?:多少|几|什么|呢)|(?:报|说)(?:一下|下)?(?:你的?|工号|名字)(?:名字|工号|身份)|(?:这|这个)(?:是)?(?:谁|哪里|哪儿|哪家|什么(?:号码|电话|短信)|谁的(?:号|电话))|(?:谁|哪里|哪家)(?:发的|发来|打来|打的)|哪家医院|哪个医院|什么医院|你们?是.{0,6}(?:医院|科)(?:的)?(?:吗|么|\?)|\b(?:who (?:is|are|am i)|who's|whos|who r|who r u|what(?:'s| is) your name|may i (?:know|ask) who|which (?:hospital|department|company)|what(?:'s| is) this (?:about|number)|your (?:name|staff number)\?|identify yourself|and you are)\b/,
);

export const DOUBT = guarded(
  /骗子|诈骗|骗人|骗钱|骗我|(?:是不是|不会是|别是|怕是|该不会|莫不是|像)(?:个)?(?:骗|诈|假)|假的(?:吧|吗|么)?|假冒|冒充|山寨|真的假的|真(?:的)?是.{0,8}(?:医院|科)(?:的)?(?:吗|么|\?)|是真.{0,4}(?:医院|科)(?:吗|么|\?)|(?:真是|是真的?)(?:吗|么|\?)|(?:正规|官方|靠谱)(?:的)?(?:吗|么|\?)|(?:怎么|咋|如何|拿什么|凭什么|凭啥|有什么|用什么)(?:能)?(?:证明|相信|信|确认|验证|核实|证实)|谁知道你|不(?:太|敢|怎么)?(?:相信|信)(?:你|这|任|,|$)|(?:怎么|咋|哪来|哪里来|从哪|哪儿|谁给|为什么|为啥|哪)(?:会|里)?(?:知道|有|弄到|来|得到|搞到|拿到|晓得|拿|给)?(?:的|到)?(?:我的?|我家|我爸|我妈|我们?)(?:的)?(?:号码|电话|手机号?|信息|资料|名字|姓名|联系方式)|(?:怎么|咋|如何)(?:会)?(?:知道|晓得|清楚)我|(?:泄露|泄漏|卖|倒卖|买)(?:了)?(?:我的?|个人|病人)?(?:隐私|信息|号码|资料)|钓鱼|木马|病毒(?:链接|短信)|要(?:我)?(?:转账|打钱|验证码|银行卡)|怎么老(?:打|发)|套(?:我)?(?:的)?(?:信息|话)|可信吗|可疑|推销|广告(?:吧|吗|啊|短信)|卖(?:药|保健品|东西)的(?:吧|吗)?|\b(?:scam|scammer|fraud|fake|phish\w*|spam|legit\w*|genuine|is this real|real hospital|how (?:did|do|have) you (?:get|got|know|have) my (?:number|name|details|phone)|trust (?:you|this)|prove it|how do i know (?:this|you)|suspicious)\b/,
);

export const LOST = guarded(
  /(?:啥|什么|几个|什麽|何)意思(?!都|也)|(?:没|不)(?:太|大|怎么|是很)?(?:(?:看|听|整|搞|弄)?(?:懂|明白)|(?:看|听)清楚)(?:你|啊|呀|呢|吗|$|[,.!?。]|这|是|在|问|哦|喔|耶|诶)|看不懂|听不懂|看不明白|听不明白|没看懂|没听懂|没看明白|没听明白|没弄懂|搞不懂|看不清(?:楚)?(?:$|[,!?。]|字|你)|(?:你|你们)?(?:在)?(?:说|问|讲|发)(?:的|了)?(?:是)?(?:什么|啥|些什么|啥子)(?:$|[,!?。啊呀呢东玩鬼])|(?:怎么|咋|如何|咋个|怎样)(?:回复?|填|选|答|回答|评|弄|操作|搞|打分|发|写)(?:啊|呀|呢|\?|$|吗|,|才)|(?:回|填|选|发|写|打)(?:什么|啥|哪个|几)(?:啊|呀|呢|\?|$|数字)|再(?:说|讲|发|问)(?:一遍|一次|清楚|一下)|说(?:清楚|明白|具体|简单|人话)(?:点|些|一点)?|(?:什么|啥)(?:叫|是)(?:基本)?满意|(?:1|2|3)(?:是|代表|指)(?:什么|啥)|讲(?:大白话|人话|普通话)|啥子(?:意思|东西)|咩意思|讲乜|\b(?:(?:don't|do not|didn't|can't|cannot|not) (?:really |quite )?(?:understand|get (?:it|this|what)|follow)|what do (?:you|u) mean|what does (?:that|this|it) mean|i'm (?:confused|lost)|confusing|not clear|unclear|come again|say (?:that|it) again|rephrase|makes no sense|what are you (?:asking|talking)|what is this question|how do i (?:reply|answer|respond))\b/,
);

export const SURVEYED = guarded(
  /(?:(?:填|做|问|答|评|写|打|调查|回访|扫|签|回答|评价|弄)过|(?:填|做|答|评|写)完)(?:了|一遍|一次|满意|评价|问卷|调查|表|这|吗|的|电话|啦|$|[,!?。])|(?:已经|早就?|都|刚刚?|才)(?:填|做|评价?|回访|调查|问|打|答|回答|扫)(?:过|好|完|了)|(?:不是|前几天|前两天|昨天|上次|上周|出院(?:时|那天|的时候|前|当天|时候)?)[^,!?;。]{0,8}(?:填|做|问|答|评|调查|回访|扫|打)(?:过|了|完)(?!错|针|药|手术|检查|ct)|(?:又|怎么又|怎么还|还要|为什么还|干嘛还|为啥又|重复)(?:来)?(?:问|调查|回访|填|打|做)(?!针|药|手术|检查|的)|(?:问|打|回访|调查)(?:了)?(?:好几|几|两|三|多少)(?:次|遍|回)|\b(?:already (?:did|done|filled|answered|completed|took|been asked|surveyed|gave|given|responded|replied)|(?:did|filled (?:in|out)|completed|answered) (?:this|a|the|one|your|that) (?:survey|form|questionnaire|one)?|asked (?:me )?(?:before|already|last)|again\?|second time|same (?:questions|survey))\b/,
);

export const THANKS = guarded(
  /谢谢|多谢|感谢|谢了|谢啦|蟹蟹|感恩|感激|辛苦(?:了|你|啦)|有心了|让你们?(?:费心|操心|惦记)|难为你|劳烦|破费|3q|thx|tks|唔该|不该(?=$|[,!。晒])|多得|\b(?:thanks|thank you|thank u|ty|cheers|much appreciated|appreciate (?:it|that|you)|appreciated|grateful|tq)\b/,
);
export const THANKS_NOT = /(?:不|没|别|甭)(?:用|必|想|要|会)?(?:谢|感谢)|谢什么|谢谢?合作才怪/;
export const APOLOGY = guarded(
  /(?:对不起|对不住|抱歉|不好意思|失礼|见谅|莫怪|别介意|别见怪|别往心里去|多包涵|原谅|sorry|apologi[sz]e|apologies|my bad|excuse me)(?!,?(?:啊|呀)?,?(?:打错|按错|什么|没看懂|看不懂))/,
);
export const GREETING = guarded(
  /^喂[!。?…~]?$|^(?:你好|你们好|嗨|哈喽|哈啰|hello|hi|hey|早上好|早安|上午好|中午好|下午好|晚上好|早|在吗|在不在|good (?:morning|afternoon|evening|day))(?:啊|呀|吗|!|,|\.|。|~|$| there)/,
);
export const FAREWELL = guarded(
  /再见|拜拜|拜了|回见|晚安|祝(?:你|大家|医院|工作|身体|好)|(?:新年|节日|中秋|春节|国庆)快乐|先这样了|挂了|bye|see you|take care|goodnight|good night|88$|有缘再|保重|工作顺利|身体健康/,
);

/** Whole answers that refuse; at free-text questions they only end the question. */
export const REFUSAL_SHORT =
  /^(?:算了|不了|不用|不用了|不必|不必了|不要|不要了|不需要|不需要了|不想|不想了|不答|不答了|不回了|不说了|不聊了|不做了|不搞|不弄|不弄了|不评了|免了|免谈|拒绝|没必要|没兴趣|没心情|没劲|懒得|懒得理|懒得答|懒得搞|别问|别问了|那不用了|那算了|那不必了|就不了|还是算了|还是不了|不弄咧|算球了?|算啦|不整了|不谈了|不讲了|不参加|到此为止|就到这|就这样吧?|结束|结束吧|退出|停|停止回答|无聊|烦|烦死了?|烦人|真烦|烦不烦|够了|拉倒|拉倒吧|爱谁谁|no thanks|no thank you|not interested|leave me alone|go away|i'm done|no more|enough|not doing this|quit|exit|never mind|nevermind|pass on this)$/;
export const REFUSAL = guarded(
  /(?:不(?:想|愿意?|打算|会|要|再|肯|准备|高兴)(?:再)?|拒绝|懒得|没(?:有)?(?:兴趣|心情|心思|义务|必要|精力|耐心)(?:再)?|谁(?:要|想|爱|有空))(?:你们?|跟你们?|和你们?|这个|这些|这种|什么|浪费时间|去)?(?:参加|参与|答|回答|回复|回访|做(?!手术|检查|治疗|饭|b超|ct|核磁|的)|配合|填|评价|评|聊|搭理|理你|理会|接受|弄|搞|调查|受访|说了|跟你|回了|继续)|(?:没兴趣|不感兴趣|没有兴趣|无兴趣|不参加|不参与|不配合|不奉陪|恕不|不接受)(?!的人)|(?:别|不要|少|甭|勿)(?:再)?(?:来)?(?:烦|打扰|骚扰|啰嗦|问(?!题)|问我|缠|吵|麻烦我|折腾我|浪费我|跟我废话|废话|搞这些|整这)|(?:没|哪|哪里)(?:有)?(?:时间|空|工夫|功夫|闲工夫|那个时间|这个时间)(?:做|搞|弄|填|答|回答|理|陪|跟|搭理|和|给|管|听|聊|参加|回|配合)(?:你|这|们|问|调|什么|回访|那|些)?|(?:问|话|事|题)(?:这么|那么|太|真)多|(?:一直|永远|都|从来|天天|每天|什么时候都|啥时候都|哪天都|以后都)(?:都)?(?:没|不)(?:空|时间|有空|有时间|方便)|(?:烦|啰嗦|无聊|讨厌)(?:死|透|不烦|得很|人不|死人)|(?:不想|懒得)(?:再)?(?:答|说|回|评|理)|(?:就|那就|先)(?:到这|这样吧|到此)|(?:什么时候|啥时候|啥子时候|几时|哪天|哪阵|哪会儿|天天|一直|永远|随时|任何时候|几点|咋个|成天)(?:都|也)(?:没得|没有|没|莫得|莫有|冇|无|不得|抽不出)(?:空|时间|闲|工夫|功夫)|(?:懒得|不想|没(?:得|有)?(?:心情|心思|精神|工夫|功夫|闲心))(?:再|去|跟你)*(?:弄|搞|整|填|答|回|说|理|评|费|折腾|写|扯|讲)|(?:^|[,!?。])(?:快|赶紧|给我)?滚(?:开|蛋|远点|吧|$|[,!。])|(?:^|[,!?。])(?:那|就|还是)*(?:不用|不必|算)(?:了|啦|喽)(?:吧)?(?=[,!。]|$)(?=.{0,12}(?:懒|烦|麻烦|不想|没(?:空|时间|心情|工夫)|忙|难受|不说|别|省))|浪费(?:我(?:的)?)?时间|没意思|别搞了|走开|一边去|不想被打扰|不做(?:了|这|问卷|调查|回访)|不(?:填|答|评|回)(?:了|这)|谢绝|\b(?:(?:don't|do not|won't|will not|not going to|would rather not|rather not|refuse to|no wish to|no desire to) (?:want to |wish to |care to |like to )?(?:participate|take part|answer|do (?:this|it|the survey|surveys)|be (?:bothered|contacted|surveyed|disturbed)|talk|respond|reply|continue|go on|bother)|not interested|leave me alone|stop (?:bothering|asking|harassing|pestering)|don't bother me|no time for (?:this|that|surveys?|it)|never have time|not in the mood|waste of (?:my )?time|too many questions|i(?:'m| am) done|count me out|no interest|have better things)\b/,
);

/** Chat that has nothing to do with the stay. */
export const CHAT = guarded(
  /天气|下雨|下雪|下大雨|刮风|好冷啊|好热啊|降温|太阳(?:好|大|真|很|晒)|雾霾|台风|吃(?:饭|过|早饭|午饭|晚饭)?(?:了)?(?:吗|没有?|过了吗)(?:$|[,!?。啊呀])|吃啥|吃什么(?:好|了)|讲(?:个|一个)?(?:笑话|故事)|说(?:个|一个)?(?:笑话|故事)|会不会(?:讲|唱|跳|下棋|聊|说)|(?:唱|来)(?:个|一首|首)歌|你(?:多大|几岁|结婚|有(?:对象|女朋友|男朋友|老婆|老公)|漂亮|长得|在哪(?:住|上班)|工资|一个月|喜欢|爱吃|会(?:唱|做|下|打|讲|写)|是男|是女|老家|哪里人|星座|属什么)|聊(?:会|聊|天|一会|几句)|陪我(?:聊|说|玩)|好无聊|无聊死|(?:下|打|玩|斗)(?:棋|麻将|牌|地主|扑克|游戏)|广场舞|跳舞|足球|球赛|世界杯|篮球|奥运|彩票|股票|基金|股市|房价|电视剧|电影|综艺|追剧|明星|(?:孙子|孙女|外孙|儿子|女儿|娃|孩子)(?:考|上学|结婚|生日|会叫|会走|长|读|放学|幼儿园|今天|昨天|满月|毕业)|(?:地里|麦子|玉米|水稻|稻子|庄稼|苹果|收成|种地|养鸡|养猪|养的|鸡|猪|羊|牛)(?:收|熟|长|卖|价|下|生|丰收|今年|多少钱)|菜价|涨价|油价|猪肉|赶集|广场|散步|公园|钓鱼(?!短信|链接|网站|的吧)|旅游|遛(?:狗|弯|娃)|过年|中秋|春节|国庆(?:去|放|玩)|元宵|圣诞|今天(?:星期|周|礼拜|几号)几?|(?:你)?知道.{1,12}(?:吗|不)$|推荐(?:个|一个|一部|几)|天上|宇宙|外星|作诗|写(?:首|一首)诗|算命|梦见|做(?:了)?(?:个)?梦|\b(?:weather|raining|snowing|sunny|joke|football|soccer|movie|film|sing|song|lottery|how old are you|what's your favou?rite|married|lunch yet|have you eaten|holiday|my cat|my dog|grandson|granddaughter|the game|world cup|bored)\b/,
);
