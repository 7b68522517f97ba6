import type { LexiconEntries } from './lexicon.ts';

/** What goes wrong in a hospital: judgements that say how, and facts; and what is done well beyond duty. */
export const FAULTS: readonly LexiconEntries[] = [
  {
    cat: 'eval',
    value: 'manner',
    words:
      "走马观花|治死|医死|害死的|心不在焉|漫不经心|一问三不知|三言两语|冷嘲热讽|居高临下|爱理不睬|带搭不理|敷衍塞责|三心二意|没一句人话|没人味|例行公事|惜字如金|不苟言笑|鼻孔朝天|敷衍|敷敷衍衍|敷衍了事|不耐烦|没耐心|没有耐心|缺乏耐心|冷漠|冷淡|冰冷|冷冰冰|冷言冷语|粗暴|粗鲁|粗心|粗心大意|粗手粗脚|毛手毛脚|笨手笨脚|马虎|马马虎虎不|马大哈|大意|凶|凶巴巴|凶得很|爱答不理|爱搭不理|爱理不理|理都不理|不爱理人|不理不睬|不理人|不搭理|不爱搭理|没好气|没好脸|没好脸色|没个好脸|甩脸|甩脸子|甩脸色|摆脸色|摆臭脸|摆架子|臭脸|黑着脸|黑脸|板着脸|拉着脸|翻白眼|傲慢|高高在上|架子大|看不起人|看不起|瞧不起|歧视|嫌弃|嫌烦|拖拉|拖沓|磨蹭|磨磨蹭蹭|磨磨唧唧|慢吞吞|慢腾腾|推诿|推脱|推三阻四|推来推去|扯皮|踢皮球|互相推|应付|应付了事|糊弄|走过场|走形式|不负责任|不负责|没责任心|没有责任心|没责任感|没素质|素质差|素质低|没教养|没水平|水平低|没经验|经验不足|没礼貌|没有礼貌|不礼貌|不专业|不到位|不及时|不细心|不仔细|不认真|不热情|不上心|不用心|不主动|不周到|不客气得很|态度有问题|效率低|效率太低|效率低下|匆忙|匆匆|匆匆忙忙|草率|潦草|懒散|懒得理|霸道|蛮横|蛮不讲理|不讲理|强势|生硬|恶劣|阴阳怪气|嚣张|没人情味|没有人情味|不人性化|不近人情|漠不关心|不关心|不闻不问|不尊重|不当回事|不重视|不把人当|不拿人当|乱来|混乱|乱糟糟|乱七八糟|官僚|形式主义|服务不周|跟不上|吊儿郎当|嘻嘻哈哈|没担当|手重|手太重|下手重|没轻没重|不作为|不耐心|说话难听|说话冲|说话很冲|口气冲|口气很冲|语气冲|语气很冲|语气不好|口气不好|脾气大|脾气坏|脾气差|脾气不好|发脾气|甩锅|不靠谱|不给力|不贴心|不温柔|不细致|很跩|很拽|机车|白目|很凶|超凶|摆烂|很雷|rude|careless|indifferent|impatient|unprofessional|unhelpful|dismissive|arrogant|incompetent|disorganised|disorganized|bad attitude|poor attitude|sloppy|lazy|harsh|unfriendly|too slow|so slow|very slow|slow|rushed|hurried|in a hurry|inattentive|uncaring|unkind|condescending|inefficient|chaotic|grumpy|short-tempered|couldn't care less|didn't care|did not care|don't care|doesn't care|snappy|curt|abrupt|unreliable|too rushed",
  },
  {
    cat: 'fact',
    value: 'neglect',
    words:
      "看手机|只顾聊天|光顾着聊|只顾着|光顾着|看病难|看病贵|性价比不高|性价比低|没人管|没人理|没空理|没空管|没时间管|没时间理|顾不上我|顾不上病人|忙不过来|没人来|没人换|没人问|没人应|没人接|没人打扫|没人收拾|没人解释|没人通知|没人告诉|没人看|没人在|没人负责|没人处理|没人答复|没人陪|没人帮|没人送|没人扶|没人理睬|没人搭理|没人过来|没人教|没人打理|没人清|没有人管|没有人理|没有人来|没有人告诉|没有人解释|没有一个人|没一个人|找不到人|找不着人|见不到人|看不到人|见不着人|看不见人|不见人影|不见踪影|人影都没|人影都不见|一个人都没有|叫不来|叫不到|喊不来|叫不应|叫了半天|喊了半天|按铃没|按铃不|打不通|无人接听|没人接电话|不接电话|不回电话|不管不问|没来看|没来过|没来查|没见过|没见着|没见到|没见人|没露面|没露过面|没查房|不查房|不来查房|不来看|没看过我|不见人|没理|不理|不管|不来|才来|才过来|才给|才有人|才发现|才轮到|才换|才处理|拖了|拖着|拖到|拖欠|耽误|耽搁|延误|晾在|晾着|丢在|扔在|干等|白等|空等|白跑|跑了好几趟|跑断腿|来回跑|来来回回|等了半天|等半天|等了很久|等很久|等了好久|等好久|等太久|等得太久|等到花|等了一|等了两|等了三|等了四|等了五|等了几|等了好几|等了大半|等了整|排了|排半天|排好久|nobody came|no one came|nobody answer|nobody answered|no one answered|nobody answers|no one answers|nobody helped|no one helped|nobody told|no one told|nobody explained|no one explained|never came|never explained|never saw|never told|never answered|never checked|never showed|did not come|didn't come|didn't explain|didn't tell|didn't listen|didn't answer|did not explain|did not listen|wouldn't listen|no explanation|ignored|ignoring|kept waiting|left waiting|left alone|waited|had to wait|forgot|forgotten|took forever|took hours|took ages|took too long|took so long|too long|for hours|hours late|delayed|hard to find|hard to reach",
  },
  {
    cat: 'fact',
    value: '',
    words:
      "弄丢|弄丢了|搞丢|丢了我|输错|拿错|发错|给错|换错|挂错|发错药|打错针|打错药|开错|认错|抽错|扎错|用错|送错|算错|收错|贴错|录错|登错|搞混|弄混|出错|出差错|差错|误诊|漏诊|漏打|漏发|漏换|漏了|忘了给|忘了换|忘给|没扎上|没扎进|扎不进|扎不上|扎了好几|扎了三|扎了四|扎了五|扎了两|扎了六|扎了七|扎好几|扎青|扎肿|扎歪|扎得|扎了半天|鼓包|肿了一|跑针|漏液|青了一片|紫了一片|弄疼|弄得我疼|没打麻药|没消毒|不消毒|没洗手|不洗手|不戴手套|没戴手套|没解释|不解释|没解释过|没讲清|没讲清楚|没说清|没说清楚|没说明白|没讲明白|说不清|讲不清|没交代|没告诉|不告诉|没通知|不通知|没提前|没提醒|没问过|没检查|没换|没给|没送|没洗|没铺|没打扫|没收拾|没清理|没修|没退|不退|没处理|没落实|没解决|没回音|没下文|没答复|没回复|不回复|不答复|没反应|没动静|没安排|没做好|没缝好|没治好|没效果|没好转|越治越|治不好|不会打针|不让|不给|不肯|不许|不准|不接诊|拒收|赶我|赶人|赶出|赶我们|催着|催我|催出院|强迫|乱开|乱检查|乱收|乱扣|多收|重复收|收了两次|收了两遍|扣了两次|算了两次|多扣|多算|乱收费|收红包|要红包|红包|回扣|宰人|宰客|坑人|坑钱|骗钱|不透明|不明不白|看不懂账|对不上|骂我|逼我|逼着|摔门|摔东西|摔摔打打|偷了|差点滑倒|滑倒了|骂人|骂了|骂病人|骂我妈|骂我爸|吼我|吼人|吼了|吼|训我|训人|训斥|呵斥|凶我|怼我|怼人|怼|怪我|嘲笑|笑话我|推了我|差点滑|压疮|褥疮|被偷|丢东西|泄露|隐私|偷懒|玩手机|刷手机|聊天不|打瞌睡|睡着了不|wrong|mistake|mistakes|mixed up|lost my|overcharged|billed twice|charged twice|double charged|shouted|yelled|refused|scolded|laughed at|dropped|misdiagnosed|blamed me|wasn't told|were not told|not told|not explained|unanswered|stolen|bruised|on their phones|on her phone|on his phone",
  },
  {
    cat: 'fact',
    value: 'condition',
    words:
      "馊|馊了|馊的|难吃|不好吃|不新鲜|没熟|夹生|凉了|冷了|是凉的|是冷的|凉的|冷的|冰凉|冷饭|变质|发霉|有虫|有苍蝇|有头发|头发丝|吃坏|没味|没有味道|没油水|猪食|不干净|不卫生|脏|脏兮兮|脏得|很脏|太脏|好脏|脏乱|污渍|血迹|臭|臭烘烘|臭气|有味|有味道|异味|霉味|尿味|烟味|难闻|潮湿|漏水|积水|全是水|都是水|堵了|堵住|坏了|坏的|坏掉|坏了好|破了|破的|破旧|破破烂烂|老旧|陈旧|老化|生锈|断了|开不了|打不开|关不上|没热水|没有热水|没开水|没有开水|没暖气|没空调|不制冷|没纸|没有纸|没灯|停水|停电|没地方|没位置|没床|没床位|没车位|没有车位|没座位|没电梯|等不到电梯|没电视|没有电视|没插座|没有插座|没扶手|没有扶手|没椅子|没有椅子|没凳子|没微波炉|没有微波炉|没网|没wifi|没有wifi|抢钱|黑店|宰客|蟑螂|老鼠|蚊子|苍蝇|虫子|跳蚤|臭虫|吵得|吵死|太吵|很吵|好吵|吵闹|嘈杂|噪音大|没法睡|睡不好|不隔音|太挤|拥挤|挤得|挤满|人挤人|加床|睡走廊|住走廊|不够用|不够吃|不够坐|人手不够|人手不足|很麻烦|真麻烦|好麻烦|麻烦得很|麻烦死|太贵|很贵|好贵|贵得|太高|不便宜|贵了|贵死|死贵|不合理|不方便用|不好用|不好找|找不到|找不着|难找|难停|停车难|停不进|难办|难挂|难约|挂不上|挂不到|约不上|约不到|抢不到|太麻烦|繁琐|复杂|折腾|跑上跑下|跑来跑去|跑前跑后地办|不合口|太咸|太淡|太油|太辣|太硬|太少|太小|太短|太长|太远|太暗|太闷|太潮|太乱|太旧|太破|太热|太冷|太凉|过期|缺药|没药|断货|买不到|用不了|连不上|死机|排长队|长队|烂了|发臭|dirty|filthy|stinks|smelly|smelled|stank|noisy|too noisy|loud|cold food|food was cold|was cold|were cold|is cold|stale|tasteless|inedible|undercooked|broken|leaking|leak|flooded|cockroach|cockroaches|mouse|mice|rats|bugs|no hot water|no toilet paper|crowded|overcrowded|expensive|too expensive|overpriced|no parking|nowhere to park|uncomfortable|unhygienic|mould|mouldy|blocked|out of order|didn't work|doesn't work|not working|couldn't sleep|unclean|freezing|too hot|too cold|too small|nightmare|understaffed|short staffed|",
  },
  {
    cat: 'deed',
    value: 'deed',
    words:
      '守着|守了|守在|守夜|陪着|陪我|陪他|陪我妈|陪我爸|陪护我|天天来|每天来|每天都来|早晚都来|捐款|捐钱|募捐|凑钱|天天给|梳头|喂水|手快|眼疾手快|背着我|背着他|背我|背他|背着去|抱着我|抱着他|推着我|推着他|领着我|领我|陪他多|多陪|送到门口|送到楼下|扶上车|打着伞|垫钱给|跑去|跑下楼|追出来|送过来|守到|半夜帮|大老远|自掏腰包|掏钱|来看我|来看他|来看我妈|来看我爸|来看望|来查看|过来看|来问|嘘寒问暖|问长问短|跑前跑后|忙前忙后|忙里忙外|忙上忙下|忙了一夜|没日没夜|帮我|帮着|帮他|帮我妈|帮我爸|帮我们|替我|给我垫|垫付|垫钱|垫了|扶我|扶着|扶他|喂饭|喂我|喂他|端水|打水|倒水|打饭|端屎端尿|擦身|擦洗|翻身|洗头|剪指甲|送我|送来|借我|借给|救了|救回|救活|抢救|救命恩人|手术做得|手术很成功|手术成功|手术做的|做得很成功|很成功|治好了|把我治|治愈|妙手|一点不疼|一点都不疼|一点也不疼|不疼|不痛|一针见血|一次扎上|一次就扎|一针就|耐心解释|耐心讲|耐心回答|耐心地|细心讲|仔细讲|讲得很清楚|讲得很细|讲解得|解释得很|一遍遍|一遍又一遍|不厌其烦|反复讲|反复解释|主动来|主动帮|主动问|安慰我|安慰他|安慰|鼓励|鼓励我|逗我|开导|比亲闺女|比亲儿子|像亲闺女|像亲儿女|当亲人|当自己|视病如亲|视如亲人|拾金不昧|退红包|不收红包|拒收红包|没收红包|半夜起来|半夜还|半夜来|大半夜|下班了还|休息日还|照顾得|照顾的|照顾我|照顾他|照顾我妈|照顾我爸|照料|悉心|操心|惦记|打电话问|加我微信|checked on|stayed with|looked after|took care|took good care|explained everything|explained clearly|explained it|explained all|helped me|helped my|helped us|held my hand|went out of|above and beyond|saved my|saved his|saved her|came to see me|every day to|comforted|took the time|took time|sat with|walked me|never left|listened to|encouraged|all through the night|went the extra|never stop smiling|never stopped smiling|always smiling|sat by|stayed late|stayed up|stayed by|came back to check|called me at home|made sure i|made me laugh|made me feel',
  },
];
