import type { LexiconEntries } from './lexicon.ts';

/**
 * Grades by word (handbook section 2). `plain` is the scale itself (满意), `word` another grade word, `quality` a trait that
 * praises (耐心; negated it is a judgement), `fixed` an expression in which 不/没 negates nothing.
 */
export const POLARITY: readonly LexiconEntries[] = [
  {
    cat: 'pos',
    value: 'plain',
    words: '满意|滿意|satisfied|satisfactory|happy with|very happy|happy|pleased|i am content',
  },
  {
    cat: 'pos',
    value: 'word',
    words:
      "下次还来|下次还选|还会再来|还会选你们|还选你们|还来你们|很好|挺好|真好|太好|太好了|都好|非常好|特别好|蛮好|满好|相当好|十分好|超好|超级好|顶好|怪好|可好|最好的|好极了|好得很|好着呢|好着哩|好着嘞|老好了|老好|忒好|贼好|杠好|几好|好评|五星好评|棒|真棒|很棒|太棒了|棒极了|棒棒的|赞|很赞|超赞|点赞|给力|优秀|优质|良好|完美|一流|顶级|靠谱|巴适|安逸|得劲|美气|攒劲|嘹|嫽|中得很|可中|怪中|老中了|老中|可中了|很牛|真牛|牛逼|满分|顶呱呱|呱呱叫|杠杠的|杠杠滴|刚刚的|没治了|绝了|理想|如意|称心|顺心|开心|高兴|放心|暖心|yyds|can't fault|couldn't fault|cannot fault|can't fault them|couldn't fault them|top drawer|top marks|ten out of ten|10 out of 10|蛮灵|蛮灵额|老灵|老灵额|灵光|交关好|邪气好|嘎嘎好|嘎嘎棒|贼拉好|老带劲|真带劲|可以的很|没挑头|顶瓜瓜|永远的神|绝绝子|绝了绝了|真绝|666|六六六|牛|牛的|牛啊|牛掰|牛批|牛叉|牛皮|硬核|神仙|天使|天花板|拔尖|没话讲的|硬是好|硬是要得|要得很|霸道得很|巴适惨了|巴适得板|巴适得很|安逸得很|得劲得很|得劲儿|带劲|得法|攒劲得很|中得没法|好得没法|好得没话|好到爆|好到飞起|靓|正点|掂|好掂|妥当|稳当|稳妥|地道|局气|讲究|敞亮|仁义|仗义|够意思|好人|大好人|好心人|贴心小棉袄|强推|值得信赖|值得信任|信得过的|放一百个心|love|love him|love her|love them|loved|loved him|loved her|loved them|angels|an angel|a star|stars|gem|legend|legends|spot on|top-notch|second to none|faultless|flawless|spotless|exemplary|exceptional|stellar|fab|ace|five star|over the moon|hats off|on point|a credit|best|the best|over and above|good as gold|worth every penny|下次还来|很可以|相当可以|good|very good|great|excellent|wonderful|fantastic|perfect|amazing|brilliant|superb|outstanding|awesome|lovely|nice|well done|top notch|first class|impressed|no complaints|nothing to complain about|can't complain|cannot complain|no complaint|no problem|no problems|no issues|couldn't be better|could not be better|couldn't ask for more|thumbs up|love it|terrific|marvellous|first-rate|讚|水啦|足好|真水|赞啦",
  },
  {
    cat: 'pos',
    value: 'fixed',
    words:
      '不错|真不错|挺不错|还不错|没得说|没的说|没话说|没话讲|没得讲|不孬|不赖|不坏|不差|不含糊|没毛病|没挑|没得挑|么得说|么得说的|没什么好挑|没什么好挑的|没啥好挑|没啥好挑的|没啥挑的|没什么可挑|没啥可挑|没什么好挑剔|没什么可挑剔|挑不出毛病|挑不出|挑不出刺|无可挑剔|无话可说的好|没问题|没啥问题|没什么问题|没有问题|没意见|没啥意见|没什么意见|没有意见|没有任何意见|没啥说的|没什么可说的|没啥可说的|没什么不好|没啥不好|没有不好|没有什么不好|没什么可不满|没啥可不满|没什么可不满的|没什么好抱怨|没什么可抱怨|没什么不足|没有不足|没啥不足|没什么缺点|没缺点|怎么会不满意|怎么能不满意|怎么可能不满意|哪能不满意|哪会不满意|哪有不满意|还能不满意|能不满意吗|没得弹|没得顶|不得不服|不能再好|再满意不过|再好不过|不要太好|不要太满意|无敌|没有不满意的地方|没有哪里不满意|没哪里不满意|不能更好|不能更满意',
  },
  {
    cat: 'pos',
    value: 'quality',
    words:
      '负责|负责任|认真|细心|耐心|有耐心|热情|热心|周到|专业|尽心|尽心尽力|尽力|尽责|尽职|尽职尽责|贴心|温柔|温和|和气|和蔼|和善|亲切|仔细|细致|到位|高明|高超|厉害|体贴|客气|礼貌|有礼貌|友好|友善|敬业|及时|干净|整洁|舒服|舒适|舒心|用心|上心|尊重|有责任心|责任心强|有责任感|有水平|水平高|技术高|手艺好|技术过硬|过硬|好说话|麻利|利索|利落|勤快|手轻|手巧|人好|心善|善良|机灵|灵活|能干|脾气好|好脾气|热心肠|有爱心|医德好|有医德|暖|笑眯眯|和颜悦色|轻声细语|轻手轻脚|平易近人|没架子|没有架子|实在|靠得住|信得过|讲得清楚|解释清楚|解释得清楚|讲解清楚|说得明白|讲得明白|神医|华佗|华佗再世|活菩萨|菩萨心肠|救星|恩人|再生父母|好大夫|好医生|好护士|好闺女|好样儿的|热心|暖和人心|像亲人|像家人|亲人一样|家人一样|无微不至|有求必应|随叫随到|妙手回春|医者仁心|医德高尚|救死扶伤|kind|caring|professional|attentive|patient with|very patient|so patient|helpful|friendly|polite|careful|thorough|skilled|skilful|responsible|gentle|clean|warm|considerate|respectful|efficient|prompt|courteous|comfortable|sweet|thoughtful',
  },
  {
    cat: 'mid',
    value: 'plain',
    words:
      '基本满意|比较满意|较满意|基本上满意|基本还满意|大体满意|大致满意|大部分满意|大多满意|还算满意|算满意|算是满意|勉强满意|凑合满意|部分满意|差不多满意|比较的满意|满意一半|八成满意|mostly satisfied|fairly satisfied|basically satisfied|generally satisfied|reasonably satisfied|somewhat satisfied|partly satisfied|more or less satisfied|kind of satisfied|mainly satisfied|largely satisfied|moderately satisfied|partially satisfied|satisfied on the whole',
  },
  {
    cat: 'mid',
    value: 'word',
    words:
      "还行|还阔以|还可以|还成|还中|还凑合|凑合|凑活|凑乎|还好|也还好|也还行|尚可|一般|一般般|很一般|比较一般|就那样|也就那样|就那么回事|就那回事|就恁样|也就恁样|恁样|就酱紫|也就这样|就这样|也就介样|就这么着|就这么回事|凑合事|凑合着|凑付|对付|对付事|还对付|勉强过关|勉强及格|还过关|过关|刚及格|将将|马虎|半斤八两|中游|中等偏上|中等偏下|平平|平平常常|平常|平淡|不功不过|没啥特别|没什么特别|不过不失|不算好不算坏|不算好也不算坏|麻麻哋|麻麻的|麻麻啦|ok啦|meh|could have been worse|could've been worse|could be worse|can't complain too much|no great shakes|nothing special|nothing to write home about|fair enough|fair|could do better|room for improvement|middle of the road|just okay|just ok|hit and miss|hit or miss|bit of both|过得去|还过得去|说得过去|马马虎虎|马虎吧|将就|中等|中规中矩|中不溜|普通|普普通通|不好不坏|说不上好也说不上坏|说不上好说不上坏|谈不上好也谈不上坏|说不上好坏|有好有坏|有的好有的差|时好时坏|不咸不淡|不上不下|无功无过|差不多|差不离|大差不差|还算可以|还算行|算可以|算行|还算好|还算不错|比较好|较好|及格|麻麻|麻麻地|马马虎虎吧|一般化|勉勉强强|勉强|勉强可以|中评|不算差|不算太差|不是很差|没那么差|也不差|还ok|so so|so-so|average|acceptable|decent|alright|all right|okay|not bad|not too bad|not so bad|could be better|could have been better|mediocre|passable|middling|it was ok|was ok|were ok|is ok|quite ok|was fine|were fine|普普|普普通通啦|马马虎虎啦|五五开",
  },
  { cat: 'mid', value: 'weak', words: '可以|阔以|行|ok|fine|成吧|中吧' },
  {
    cat: 'neg',
    value: 'plain',
    words: '不满意|不满|很不满|不满意的|有点不满|unsatisfied|dissatisfied|unsatisfactory|unhappy|displeased|not happy',
  },
  {
    cat: 'neg',
    value: 'word',
    words:
      "差点意思|差点儿意思|差点火候|欠火候|差口气|欠佳|有待提高|有待改善|不敢恭维的|吃不消|leaves a lot to be desired|left a lot to be desired|leave a lot to be desired|no bedside manner|wouldn't recommend|would not recommend|won't be back|never again|let us down|let me down|fell short|拉胯|拉垮|拉跨|辣鸡|垃圾透了|太垃圾|很垃圾|真垃圾|垃圾透顶|low爆|很low|太low|掉价|翻车|踩雷|避雷|避坑|劝退|坑爹|无力吐槽|一言难尽得很|瓜兮兮|恼火得很|造孽|遭罪|受罪|作孽|不得行|不咋个样|不咋行|不巴适|不安逸|衰|衰到爆|差到爆|差到家|差到极点|烂透|烂透了|水货|水得很|太水|呕心|反胃|要命|恐怖|可怕|离谱|太离谱|抓马|逊毙|糟心得很|不是个事|心凉|寒心透|凉透了|shambles|a joke|joke of a|abysmal|subpar|sub-par|below par|not up to scratch|not up to standard|not good enough|could not be worse|worst ever|hopeless|a disgrace|diabolical|pants|garbage|trash|crap|shocking|shameful|unimpressed|不好|不行|不咋样|不咋地|不咋的|不咋滴|不怎么样|不怎样|不怎么好|不咋好|不中|不得劲|差|很差|太差|太差了|真差|极差|奇差|差劲|太差劲|差评|差得很|差远了|差太远|差得远|差强人意不|糟心|闹心|再也不来|再也不来了|再也不会来|不会再来|下次不来|不来了以后|没有下次|打死不来|失望|很失望|大失所望|糟糕|糟|糟透了|很糟|太糟|孬|烂|太烂|真烂|很烂|超烂|逊|有够差|有夠差|恶心|气人|气死人|气死我了|寒心|心寒|窝火|恼火|憋屈|后悔|无语|一塌糊涂|一言难尽|不敢恭维|别提了|没法说|不像话|不像样|太过分|过分|不理想|不如意|不称心|不合格|不及格|零分|负分|垃圾得很|不掂|bad|terrible|awful|horrible|worst|disappointing|disappointed|disappointment|very poor|poor|appalling|dreadful|rubbish|useless|pathetic|disgusting|disgraceful|unacceptable|lousy|atrocious|a mess|sucks|sucked|let down|thumbs down",
  },
  {
    // Counts only where it names staff or the hospital (handbook section 2); else it is abuse and no grade.
    cat: 'neg',
    value: 'epithet',
    words:
      '垃圾|混蛋|混账|王八蛋|畜生|狗东西|狗屁|人渣|废物|白痴|饭桶|黑心|无良|流氓|蠢货|不是人|不是东西|破医院|黑医院|禽兽|骗子医院|蒙古大夫|吃干饭|吃干饭的|吃白饭|wankers|idiots|morons|scum|crooks',
  },
  {
    cat: 'skip',
    value: '',
    words:
      '死机器|破机器|烂机器|你个机器|什么破机器|垃圾机器|机器东西|废物东西|废物机器|狗机器|好人家|一般来讲|牛皮癣|牛皮纸|牛排|牛油|牛羊|水牛|养牛|吹牛|放牛|牛年|属牛|best wishes|best regards|all the best|did their best|did his best|did her best|do my best|love to|love if|would love|i love|平常心|平常吃|平常都|平常在|平常我|对付过去|受罪受|要命的病|最要命|遭罪遭|可怕的病|就这样吧|专业术语|专业名词|专业词|专业知识|专业问题|懒得理你|懒得理你们|懒得搭理你|说不准|拿不准|吃不准|不准备|不好走|不好说|不好意思|不好回答|不好评|牙口不好|眼睛不好|耳朵不好|身体不好|腿脚不好|记性不好|胃口不好|心情不好|网不好|信号不好|手机不好|视力不好|睡眠不好|路不好|没什么不方便|垃圾桶|垃圾袋|垃圾箱|垃圾堆|垃圾没|垃圾满|垃圾不|倒垃圾|恢复得很好|恢复很好|恢复得挺好|恢复挺好|恢复得不错|恢复不错|恢复的不错|恢复的很好|恢复的挺好|恢复良好|好像|好多|好几|好久|好好|好不容易|不好意思|你好|你们好|好转|好些|好一些|好一点|好点|好了|正好|刚好|只好|幸好|还好吗|好在|好奇|好吃|好用|好说好|好歹|好笑|好心|好意|问好|爱好|友好医院|中日友好|搞好|和好|要好|讨好|更好|越来越好|好不好|好容易|好聚好散|差不多就|差点|差一点|差点儿|差异|出差|误差|相差|差别|差旅|时差|差几|差一个|差一步|温差|好人|好说|软烂|腐烂|溃烂|灿烂|烂掉|烂了|一般人|一般来说|一般都|一般是|一般在|一般情况|一般不|一般会|一般就|行吗|行不行|可以吗|可不可以|行不|满意度|满意不满意|满不满意|满意还是|满意或|满意与否|满意没|是否满意|满意吗|满意么|圆满|行业|行为|进行|银行|行动|行李|不行了|执行|步行|流行|实行|行走|可以不|可以的话|普通话|普通病房|普通门诊|普通号|人好多|的人好|很一般的病|放心不下|不放心上|开心果|还有|还是|绝了经|牛奶|牛肉|理想中|想象中|有病|差错|赞助|称赞|优先|优惠|女优|棒子|全科|全麻|全身|全天|全国|全家|完全|安全|全程|全靠|全是|全勤|首都|都市|成都|麻烦你|麻烦帮|麻烦问|麻烦告|麻烦转|麻烦了|麻烦请|不麻烦|麻烦医生|麻烦护士|麻烦大家|耽误你|不耽误|不管怎|不管是|不管什么|专家号|专家门诊|护士节|医生节|早饭后|午饭后|晚饭后|吃饭|做饭|买菜|种菜|药方|农药|药店|吃药|还行吗|happy to|happy birthday|good morning|good afternoon|good evening|good night|good day|good time|good luck|good bye|goodbye|good for me|a good time|not a good time|all day|all night|all the time|all through|at all|all alone|ok to|room for|got me wrong|get me wrong|got that wrong|fine thanks|bed time|nice to meet|nice day|for good|as good as|not good enough',
  },
];
