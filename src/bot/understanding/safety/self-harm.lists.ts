/** Thoughts of suicide or self-harm (handbook 28), over normalised text. Own ones and a relative's count alike. */
export interface HarmSign {
  readonly id: string;
  readonly pattern: RegExp;
  readonly tier: 'high' | 'low';
  readonly unless?: RegExp;
  /** The same, anywhere in the message. */
  readonly excused?: RegExp;
}

const NO_LIFE = '(?:活|活着|生存|做人|活下去|活在|活人)';

/** Knives, pills and ropes of every day. */
const EVERYDAY_MEANS =
  /护士|刮|备皮|跳楼(?:价|机|甩|大)|跳水|跳绳|药店|打自己的?(?:电话|手机)|拔河|自己(?:买|挂|办|开|交|排)|安眠药(?:没|不)|中药|苦|饭后|一天|几次|按时|攒钱|存着|存放/;

export const HARM_SIGNS_ZH: readonly HarmSign[] = [
  {
    id: 'self_harm.no_wish_to_live',
    pattern: new RegExp(
      `(?:不想|不愿意?|不要|没心思|不打算|不肯)(?:再|继续|这么|这样|还|要)*${NO_LIFE}(?!动|跃|泼|得|成|络|儿|干|血|页|期|检)|不想生(?!孩|二|娃|气|病|产|啊娃|了?孩|小|bb|育)|没(?:有)?(?:活|生存)(?:下去|头)?的?(?:勇气|意义|意思|动力|希望|必要|念头|盼头)|没活(?:头|路)|活(?:够|腻|烦)了|活不(?:下去|成|起)|不想(?:再|继续)*(?:在|待在|留在|活在)(?:这个?)?(?:世上?|世界|人世|人间)|为(?:什么|啥|何)(?:还)?(?:要|得|让我)?活(?:着|下去|在)|(?:想|要|准备|打算|不如|就此)(?:早点|快点|就|着)?(?:离开|告别)(?:这个?)?(?:世界|人世|人间|世上)|想(?:早点)?去(?:另一个世界|那边|天堂|极乐|阴间|地下)`,
      'g',
    ),
    tier: 'high',
    unless: /没有不想活|活动|活检|活不下去了?的?人/,
  },
  {
    id: 'self_harm.life_pointless',
    pattern:
      /(?:活着?|活下去|人生|做人|日子|这么活|这样活)(?:真的?|也|都|太|实在|还|又|就|是|对我来说|一点|觉得|感觉|还有)*(?:没|没有|无|有)(?:一点|什么|啥|多大|任何|半点)*(?:意思|意义|劲|盼头|奔头|指望|价值|希望|用)(?:都没有)?|活着(?:真|也|就|只|都|太|简直)*(?:是|在)?(?:个|一个|家里的?|别人的?|浪费)*(?:空气|粮食|受罪|遭罪|受苦|煎熬|拖累|累赘|负担|痛苦)|生无可恋|了无生趣|生不如死/g,
    tier: 'high',
    unless: /活着(?:就|还|真|很)?有(?:意思|意义|价值|希望|盼头)(?!吗|呢|\?)|不是没|让(?:人|我)生活/,
  },
  {
    id: 'self_harm.wish_to_die',
    pattern:
      /(?<!(?:[热累困气烦忙笑饿吵急冷丑尴尬]|无聊)得?[^,。]{0,3})想(?:要|去|着|过)?死(?!你|我|他|想|心|不|机|活|者|得|死|马|党|磕)|想要?(?:一死|死掉|死去)|(?:不如|宁愿|宁可|情愿|干脆|巴不得|恨不得|倒不如|不如让我)[^,。!?;\n]{0,4}(?<!打|叼|弄|掐|砍)死|死(?:了|掉|去)(?:算了|干净|得了|拉倒|省事|解脱|就解脱|就好|更好|倒好|也好|算|一了)|(?:死|走)(?:了)?(?:就|才|倒|也)(?:能)?(?:解脱|干净|清净|不(?:疼|痛|用|受|拖累))|早(?:点|些)?(?:死|去死|走)(?:了)?(?:算|早|好|解脱|超生)|早死|(?:让|叫)我(?:去)?死|求死|寻死|一了百了|一死了之|死在(?:你们?|这|医院|家里算)|死给[你他]|不该活|不配活|没资格活|(?:世上|世界|家里?)(?:上)?没(?:有)?我[^,。]{0,6}好|没有?我[^,。]{0,4}(?:大家|他们|家里)[^,。]{0,4}好/g,
    tier: 'high',
    unless:
      /你(?:们)?是?(?:不是)?想死|找死|不想死|怕死|[热累困笑忙饿吵急](?:得|到)[^,。]{0,3}(?:想死|死)|想死你|打死|早死早/,
  },
  {
    id: 'self_harm.death_is_better',
    pattern:
      /死(?:了|掉|去)(?:就|才|倒|还|也|反而|比较|仲|大家|你们|他们|孩子|家里|全家|都|更|比|会|能|可以|算|啥|什么)*(?:好(?!多|几|些|久)|轻松|省心|省事|安生|安心|舒服|清静|清净|干净|解脱|拉倒|求|不(?:用|驶|必)?(?:疼|痛|遭|受|拖|连累|麻烦|愁|想|管))|没(?:有|了)?我(?:的话)?(?:你们|大家|他们|孩子|家里|全家|屋企)?[^,。]{0,3}(?:会|就|更|都|才|也|过得)+[^,。]{0,3}(?:好|轻松|省心)|(?:大家|你们|他们|孩子|家里|全家|屋企人?)没(?:有|了)我[^,。]{0,5}(?:好|轻松|省心)|我(?:要是|如果|若|就算)?(?:不在|没|死|消失)了?(?:也)?[^,。]{0,3}(?:没人|没有人|谁也|谁都|也没|都没)[^,。]{0,4}(?:知|在乎|难过|想|发现|管|在意|哭)/g,
    tier: 'high',
    unless: /你们?(?:都)?去?死|医生|护士|大夫|药没了/,
  },
  {
    id: 'self_harm.kept_alive_by',
    pattern:
      /(?:要不是|若不是|不是(?:因为|为了)?|为了|舍不得|放不下|放心不下|丢不下)[^。!?]{0,12}早(?:就)?(?:想)?(?:跳|死|不活|走了|喝(?!.{0,2}(?:水|酒))|了结|不在了)/g,
    tier: 'high',
    unless: /医生|大夫|护士|医院|你们|主任|抢救|送来|救|专家|教授|发现|手术/,
  },
  {
    id: 'self_harm.not_going_on',
    pattern:
      /(?<!(?:气|笑|羞|丢人|急)死?我?)不活了(?!\S?动)|安乐死|(?:药|安定)[^,。]{0,4}(?:吞|吃|喝)[^。]{0,8}(?:对不起|永别|别怪我|不活|不想活)|(?:拉|带|抱|领)着?[^,。]{0,4}(?:一起|一块儿?|一同)[^,。]{0,2}(?:死|跳|寻死|走绝)|(?:让|求|叫)[^,。]{0,4}(?:我|他)(?:安静地?|痛快地?|早点)?(?:死|走(?=吧|了|$|[,。!]))|(?:叫|让|求)?[^,。]{0,4}(?:别|不要|莫|甭)(?:再)?救(?:我|他)(?:了|$|[,。!])?|一心求死|(?:天天|每天|整天|老是?|一直|成日|满脑子)[^,。]{0,6}(?:怎么|咋|想|谂|寻思)[^,。]{0,4}死/g,
    tier: 'high',
    unless: /出院|让我走吧(?:,|。)?(?:办|手续)|医生让|护士让|笑死|热死|累死|吵死|饿死/,
  },
  {
    id: 'self_harm.at_the_edge',
    pattern:
      /(?:站|坐|爬|跑|走|上|趴)(?:在|到|上|去|了)*[^,。]{0,5}(?:天台|楼顶|屋顶|顶楼|窗台|铁轨|桥栏|栏杆)|(?:抹|割)(?:了)?脖子|(?:拿|用|捏|攥|藏|揣)(?:着|了)?(?:把|一把)?(?:刀片?|剪子|剪刀|绳子?|玻璃)[^,。]{0,4}(?:扎|捅|刺|划|割|抹|勒)?[^,。]{0,2}(?:自己|手腕|胳膊|脖子|身上|枕头|被子)|(?:扎|捅|刺|撞|戳)(?:了|伤|着|破|过)?(?:他|我)?自己|(?:绳子?|农药|刀子?|安眠药)(?:都|也|已经|就)*(?:找|备|买|准备|藏)(?:好|下|着)?了?|(?:藏|偷偷[^,。]{0,3})(?:了|着)*(?:一?把|一?根|一?瓶)?(?:刀|剪|绳|农药|安眠药)/g,
    tier: 'high',
    unless: /晾|晒|散步|风景|看看|病房在|食堂|水果|做饭|切菜|手术刀|护士|医生|睡不着|量|修/,
  },
  {
    id: 'self_harm.farewell',
    pattern: /下辈子(?:再|还)[^,。]{0,4}(?:做|当|见|是)|来世再[见做]|(?:永别|别了)(?:,|。|$|大家|孩子)|交代后事/g,
    tier: 'low',
    unless: /报答|医生|护士|做牛|恩/,
  },
  {
    id: 'self_harm.heart_of_death',
    pattern: /死的心(?:都|也)?有|想死的心/g,
    tier: 'low',
    unless: /笑|热|饿|困|收费|排队|难吃|态度/,
  },
  {
    id: 'self_harm.burden',
    pattern:
      /(?:我|自己)(?:就|真|觉得|感觉|只)?(?:是|成了|就是|是个)(?:个|一个|家里的?|他们的?|大家的?|孩子的?|全家的?)*(?:累赘|负担|拖累|包袱|多余)|(?:觉得|感觉)[^,。]{0,4}(?:多余|累赘)|去(?:找|陪)(?:俺|我|他)?(?:娘|爹|妈|爸|老伴|奶奶|爷爷)[^。]{0,6}(?:那边|地下|天上|阴间|下面|作伴)|绝食/g,
    tier: 'low',
    unless: /不是(?:累赘|负担)|对我说|术前|检查/,
  },
  {
    id: 'self_harm.early_death',
    pattern: /早死早(?:超生|解脱|投胎)|早死早好/g,
    tier: 'high',
    unless: /你们?/,
  },
  {
    id: 'self_harm.suicide',
    pattern:
      /自杀|自尽|自缢|轻生|自残|自伤|伤害自己|伤害(?:他|她)自己|(?:自我|自己|自行)了[断结]|了断(?:自己|一切|算|此生)|了结(?:自己|生命|此生|一生|算)|结束(?:自己|生命|这一切|一切|这条命|痛苦的)|不要命了算|放弃(?:自己的?)?生命/g,
    tier: 'high',
    unless: /热线|讲座|宣传|预防|自杀式|量表|问卷/,
  },
  {
    id: 'self_harm.preparing',
    pattern:
      /药[^,。]{0,3}都?攒|(?:攒|存|留|藏|备)[^,。]{0,6}(?:安眠药|药片|一瓶药|农药)|(?:安眠药|农药)[^,。]{0,8}(?:攒|存|藏|备|买)好?|遗书|(?:买|准备|拿)(?:了|好)?[^,。]{0,3}(?:绳子|安眠药|农药|刀片)/g,
    tier: 'high',
    unless: EVERYDAY_MEANS,
  },
  {
    id: 'self_harm.method',
    pattern:
      /跳(?:楼|河|江|湖|海|井|桥|轨|崖|下去|水库)|(?:楼|窗户?|阳台|天台|桥)[^,。!?;\n]{0,4}(?:跳|往下跳)|上吊|割(?:腕|脉|自己|手腕)|(?:划|割|砍|烫|掐)(?:伤|了|破|着|过)?(?:他)?自己|(?:刀|刀片|玻璃)[^,。]{0,4}(?:划|割)[^,。]{0,3}(?:手|胳膊|腕|腿)|卧轨|服毒自|(?<!不)(?:闹着要?|要|想|准备|打算|差点)[^,。不]{0,3}(?:喝农?药|吃(?:安眠)?药(?=自|死|走|寻|了结|算))(?:自|死|走|寻|了结|算|,|。|$)|喝(?:农)?药(?:自|走了?算|寻|死)|开煤气(?:自|死)/g,
    tier: 'high',
    unless: EVERYDAY_MEANS,
  },
  {
    id: 'self_harm.giving_up',
    pattern:
      /不想(?:再|继续)*(?:熬|撑|拖|挺|坚持)(?:下去|了)|(?:撑|熬|扛|坚持|挺)不(?:下去|住)了?|想解脱|求(?:个)?解脱|想早点(?:走|解脱)|快点(?:走|死)(?:了|吧)?(?:算|好)|想永远(?:睡|闭)|不想(?:再)?醒(?:过)?来|拖累(?:你们|家|孩子|儿女|他)?[^,。]{0,6}(?:死|走了?算|不活)|绝望(?:了|透)|不想看到明天|告别这个世界|不想存在|(?:好|真|只|就)?想(?:永远)?消失|想永远睡|想一睡不[醒起]|一睡不[醒起](?:才|就|算|多)|死了也没(?:人|有人)|怎么死(?:才|最|比较)|想怎么死|没有我(?:也|就)/g,
    tier: 'high',
    excused: /睡了|困(?!难|境)|明天[聊说再]|下班|先(?:睡|走|挂|忙)/,
    unless: /手机|排队|等|电话|太晚|减肥|工作|上班|加班|治疗费|机器|快撑不住场|尿|憋/,
  },
  {
    id: 'self_harm.no_way_out',
    pattern: /想不开|寻短见|走绝路|活着(?:太|真|好)累|厌世|不想(?:再)?拖累|没(?:有)?盼头了?/g,
    tier: 'low',
    unless:
      /为(?:什么|啥|何)|干嘛|怎么(?:会|就|这么)想不开|有什么想不开|别想不开|想不开花|怎么想不开|咋想不开|想不开才/,
  },
];

export const HARM_SIGNS_EN: readonly HarmSign[] = [
  {
    id: 'self_harm.en',
    pattern:
      /suicid\w*|kill(?:ing)? (?:my|him|her|them)sel(?:f|ves)|end(?:ing)? (?:it all|my life|his life|her life|my own life)|(?:want|wants|wanted|wish|rather|ready|going|like|hope) (?:\w+ ){0,2}(?:to die|(?:i|he|she) (?:was|were) dead|be dead)|(?:don'?t|doesn'?t|do not|does not|no longer) (?:\w+ ){0,2}(?:want|wish|wanna|care) (?:\w+ )?(?:to )?(?:live|be alive|go on living|exist|be here any ?more)|better (?:off )?(?:dead|without me|(?:if|when|with) (?:i|i'?m|me|he|she)(?: \w+){0,3} (?:dead|gone|die|died|not here|not around|not alive|never born))|(?:life|living) (?:is|isn'?t|is not|has|feels?) (?:\w+ ){0,2}(?:worth|meaning\w*|point\w*)|(?:no|any|the|a|see|what'?s the|isn'?t any) (?:point|reason|will)(?: (?:of|in|to|for|left))?(?: me)?(?: to)?(?: keep)? (?:go(?:ing)? on|live|living|carry\w* on|being here|being alive|continu\w*|any ?more)|(?:think\w*|thought\w*) (?:\w+ )?(?:about|of) (?:\w+ )?(?:ending|killing|dying|suicide|death|jumping)|(?:going to|gonna|want to|will|i'?ll) end it(?: all| now| tonight| today| soon|$|[,.!])|ending (?:things|it|everything|my|it all)|have (?:the |my |some |enough )?(?:pills|rope|knife|tablets) ready|never wak(?:e|ing) up|(?:hope|wish|pray) i (?:\w+ ){0,2}(?:don'?t|didn'?t|won'?t|do not) wake|if i (?:was|were|am|got|'m)? ?(?:\w+ )?(?:dead|gone|died)[^.!?]{0,20}(?:miss|notice|care|better|happier)|(?:no ?one|nobody)(?: \w+){0,2} (?:miss|care|notice)\w*[^.!?]{0,12} if i|(?:been|started|keep|am|i'?m) cutting my (?:arms?|wrists?|legs?|skin)|wish i (?:was|were|had) (?:never (?:been )?born|dead)|not worth (?:living|going on|it any ?more)|(?:don'?t|do not|can'?t) (?:see|want) (?:\w+ )?(?:a )?future|hurt(?:ing)? (?:my|him|her)self|harm(?:ing)? (?:my|him|her)self|self[- ]?harm\w*|cut(?:ting|s)? (?:my|him|her)self|slit (?:my|his|her) wrist\w*|hang (?:my|him|her)self|jump(?:ing)? off (?:\w+ ){0,2}(?:bridge|roof|building|balcony)|(?:can'?t|cannot) go on (?:any ?more|living|like this)|take my (?:own )?life|point (?:of|in) (?:living|life|going on)|disappear forever|(?:don'?t|do not|doesn'?t|no longer) (?:really )?(?:want|wanna|wish) (?:to )?(?:wake up|exist|be here any ?more|be here(?=$|[,.!?])|be around|go on|be alive|carry on)|(?:want|wish) to (?:disappear|never wake)|no longer want to live/g,
    tier: 'high',
    unless:
      /never (?:want|thought|think|would|been)|hotline|accident|shaving|on paper|survey|questions|in (?:the )?(?:waiting|hospital)/,
  },
];

/** Denial right before: 没想过自杀, 不会想不开. 不 of 不想活 belongs to the sign itself. */
export const HARM_DENIED =
  /(?:没|没有|从没|从未|从来没有?|不会|不是|并不|没有过|别|不要|不可能|绝不|不至于|哪会|怎么会|no longer|not|never|no|don'?t|didn'?t|wouldn'?t)(?:是|想过?|有过?|要|真的|再|去|会|什么|任何|这种|那种|thoughts?|thinking|feeling| |about|of|want|wanna|wish|to|going|planning|any|plan){0,16}$/;

/** Other people's stories; a relative's are not among them. */
export const HARM_OTHERS =
  /邻居|电视|电影|小说|新闻|网上|抖音|听说|别人家|同事|隔壁|村里|病友|同病房|neighbou?r|movie|novel|on tv|the news/;

/** Curses, jokes and questions of others that use the words. */
export const HARM_IDIOM =
  /开玩笑|说着玩|歌词|台词|(?:你|你们)(?:怎么)?(?:不|去|都|咋不){1,4}(?:去)?死|just kidding|joking/;
/** The contact or a relative got over it. */
export const HARM_OVER =
  /(?:现在|已经|后来|早就)[^,。]{0,6}(?:好了|想开了|走出来|不想了|没事|没有了|不会了|恢复)|想开了|走出来了|better now|fine now|over it now/;
export const HARM_PAST =
  /以前|之前|去年|前年|曾经|曾|当时|那时|那会|年轻时|年前|used to|years? ago|in the past|last year|once/;
