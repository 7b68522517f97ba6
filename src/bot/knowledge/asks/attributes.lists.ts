/** What can be asked of something that a table holds. */
export type Attribute =
  | 'hours'
  | 'place'
  | 'phone'
  | 'price'
  | 'insurance'
  | 'clinic'
  | 'doctors'
  | 'intro'
  | 'bookable'
  | 'level'
  /** When the result of an examination comes. */
  | 'result';

/** How each is asked, over normalised text; the first that matches a stretch has it. */
export const ATTRIBUTES: readonly (readonly [Attribute, RegExp])[] = [
  [
    'price',
    /多少钱|几多钱|几块钱?|多少块|几毛|几百|价钱|价格|收费标准|怎么收费|收费多少|收多少|费用|贵不贵|贵吗|贵(?:一?些|一?点|得多|多少)|加不加钱|另外收钱|要钱吗?|多少元|要多少(?!时间|天|小时)|什么价|啥价|多少费|加钱|加价|花多少|得多少(?!天|时间)|咋收费|怎么算钱|掏钱|花钱吗|号多少(?=$|[,。?？!])|多少一(?:针|次|颗|天|个|回|盒|晚)|一(?:针|次|颗|天|回|晚|宿)(?:要|得|是)?多少(?![人个次])|how much|price|cheaper|more expensive|cost|fee|charge|expensive/,
  ],
  [
    'insurance',
    /报销|能报|可以报|报不报|报多少|报几成|走医保|刷医保|医保(?:能|可以|报|范围)|自费吗|是不是自费|管不管|医保.{0,2}(?:给|管|出)|给报|报不(?=$|[,。?？!])|能报(?:不|没)|健保|reimburse|insurance|covered/,
  ],
  [
    'phone',
    /电话(?!(?:号码?)?(?:做|干|有)(?:啥|什么|嘛))|联系方式|热线|打哪个号|号码是|phone|telephone|hotline|call (?:the|you)|contact number/,
  ],
  [
    'place',
    /在?哪一?[栋幢座个]楼?(?:[几哪]一?[楼层])?|在?[哪几]一?[楼层]|在哪|哪里|哪儿|啥地方|什么地方|几楼|几层|哪一?层|哪一?楼|哪栋|哪个楼|位置|地址|怎么走|怎么去|怎么找|是在(?=[^,。?？]{2,6}楼)|上哪|去哪|搁哪|在几号楼|哪个窗口|where|which floor|what floor|address|location|how (?:do|can) i get (?:to|there)|directions/,
  ],
  [
    'clinic',
    /坐诊|坐[几哪]天诊|[看出]几天(?:门诊|诊)?|几天(?:坐诊|出诊|在)|(?:这|本|下)?(?:周|星期|礼拜)[^,。?？]{0,4}([看在来坐])[不没]\1|出诊|出门诊|看诊|排班|哪几?天(?:看|在|上班|有|来|的号)?|周几|星期几|礼拜几|在不在|有没有(?:来|上班)|(?:今天|明天|后天|周.|上午|下午)(?:在吗|在不在|有号吗|上班)|which days|what days|see patients|clinic days|is (?:dr|doctor)/,
  ],
  [
    'doctors',
    /有(?:哪些|什么|几个|几位|多少)(?:个|位)?(?:好)?(?:医生|专家|大夫|主任)|(?:医生|专家|大夫)(?:有|都有)?(?:哪些|谁|哪几)|(?:哪|那)个?(?:位|个)?(?:医生|专家|大夫|主任)(?!.{0,4}(?:坐诊|在))|(?:医生|专家|大夫)呢|谁比较|谁擅长|找哪(?:个|位)|找谁看|[女男](?:的)?(?:医生|大夫|专家|主任|医师|醫生)|谁(?:在|看|坐诊|值班|出|上班)|专家介绍|医生介绍|(?:female|woman|lady|male) doctors?|which doctor|who (?:is|are) the doctors?|list of doctors|specialists?/,
  ],
  [
    'intro',
    /(?:是|在)(?:哪个|什么|啥)科(?:室)?(?:的|$)|看(?:什么|哪些|啥)病|治(?:什么|哪些|啥)|主要看|主治什么|擅长|介绍|是干什么|能看什么|看些什么|看啥(?!时候|科)|拿手|专长|强项|最会看|什么水平|what does .{0,20}treat|specialis|speciali[sz]e|about (?:dr|the)/,
  ],
  [
    'bookable',
    /(?:能|可以|需要|要|用)(?:提前)?(?:不能)?预约(?:吗|么|不)?(?!电话|挂号费)|能不能(?:预约|挂号)|能挂号吗|可以挂号吗|要挂号吗|need (?:an )?appointment|can i book/,
  ],
  [
    'result',
    /(?:多久|几天|多长时间|几分钟|几小时|啥时候|什么时候)能?(?:出|拿|好|有)|出结果|出报告|how long .{0,40}(?:results?|take to come|come back|be ready)/,
  ],
  ['level', /什么级别|几级|几甲|三甲|二甲|等级|公立还是|level of hospital/],
  [
    'hours',
    /几点|几时|办公|多会儿|啥时候|什么时候|何时|时间|开门|关门|上班|下班|开诊|开放|营业|开不开|开吗|开么|开着|还开|有人吗|有人的?吧|总是?有人|有人值班|有没有人|有(?:医生|大夫)|还有(?:医生|大夫|人)|看病吗|能看吗|能看病|看上病|休息|停诊|放假|怎么安排|怎么放|值班|能去吗|能做吗|能不能看|能不能做|能来|做吗|有人[没不]|(?:有|还有)(?:个)?(?:人|大夫|医生)[没不]|开不(?=$|[,。?？!])|看得上|看上不|看病不|(?:可以|能|让)进去|能去看人|去看人|在不(?=$|[,。?？!])|有(?=[^,。?？有没]{2,6}科(?:吗|么|不|没|没有)?(?=$|[,。?？!]))|when|what time|opening|open|close|hours|working time|on duty/,
  ],
];

/** Words that ask for the ward of a department instead of its outpatients. */
export const WARD = /病房|病区|住院部|住院楼|护士站|住院(?:在|的)|ward|inpatient/;

/** What makes a text a question or a request at all. */
export const ASKING =
  /[?？吗么呢]|什么|啥|怎么|咋|如何|哪|几(?!天前|年前)|多少|多久|多长|多大|多远|能不能|可不可以|可以.{0,12}(?:吗|不)|有没有|有无|是不是|是否|要不要|用不用|会不会|行不行|谁|请问|想问|问一?下|咨询|了解|打听|告诉我|介绍一?下|查一?下|帮我查|发我|能.{1,12}(?:不|没)$|没$|不$|求|想要|我想|我要|需要|how|what|when|where|which|who|why|can i|can you|could|do you|does|did|is there|are there|is it|are you|may i|tell me|i want|i need|i'd like/;

/** Words that carry nothing: they do not make a question about more than its entity and attribute. */
export const FILLERS =
  /来着|对吧|是吧|一块儿?|一起|一并|连|有没有|有吗|给一个|给个|病房|病区|护士站|自己|到手|这个点儿?|这会儿?|([打办做开看查弄卖上])不\1|没(?=$|[,。?？!])|不(?=$|[,。?？!])|请问|麻烦|你们|我们|咱们|你好|您好|医院|一下|我想|想问|问问|问下|知道|告诉我|告诉|谢谢|那个|这个|就是|现在|还有|另外|开始|大夫|医生|打完|做完|下来|一套|全套|总共|是不是|平时|看上病|看病|过去|最[早晚]|主要|分别|各|他|她|咱|那位|这位|[那这哪]种|一种|天天|大概|一般|平时|一次|一个|做一?次|一颗|一共|需要|应该|可以|能不能|能|想|要|做|查|看|个|下|是|有|去|到|在|来|和|跟|那|这|您|你|我|的|了|吗|呢|啊|吧|呀|哦|嘛|么|也|都|还|就|给|帮|号|多|一|\b(?:the|a|an|is|are|do|does|i|you|your|to|for|of|in|at|on|it|please|hi|hello|and|can|me|my|there|this|that|basic|package|would|should|will|any|its|if|what|so|some|take|takes|get|cost|knee|head|chest|neck|back|shoulder|hip|brain|abdomen|stomach|spine|ankle|wrist|today|until|much|hospital|department|doctor)\b/g;

/**
 * Words that tell one item of a group from another, and what the name of that item holds (无痛胃镜, CT增强): for items whose
 * general word is all that the text names otherwise.
 */
export const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/无痛|睡着|睡一觉|不难受|不受罪|全麻|麻醉|painless|sedat\w*/, '无痛'],
  [/增强|加强|enhanced|with contrast/, '增强'],
  [/平扫|plain/, '平扫'],
  [/普通的?|ordinary|normal/, '普通'],
  [/女(?:的|性|士)|\b(?:wom[ae]n|female|lady)\b/, '女性'],
  [/男(?:的|性|士)|\b(?:m[ae]n|male)\b/, '男性'],
];

/** When a result comes is no question of opening hours. */
export const OF_RESULTS = /结果|报告|化验单|片子|出来|能拿|能取|results?(?![a-z])|report/;

/** 晚上去哪看: whether it is open then, more than where it is. */
export const WHERE_BY_NIGHT = /(?:晚上|夜里|夜间|半夜)[^,。]{0,3}(?:去|上|到|在)哪(?:儿|里)?(?:看|挂)/;

/** Until when something has to be done is none either. */
export const OF_DEADLINE =
  /最[晚迟]|截止|期限|(?:啥|什么)时候(?:要|得|必须|该)?(?:办下来|办好|办完|办(?=$|[,。?？])|交|缴)|多久之?内/;

/** What asks without a question (门诊上班时间). */
export const ASKED_BARE = /时间|地址|电话|位置|hours|address|phone/;

/** What a text holds that tells each: an entry without it is no answer to one who asks for it, where a table has it. */
export const TELLS: Readonly<Partial<Record<Attribute, RegExp>>> = {
  price: /\d ?元|费用|免费|不收费|不要钱|不另收|不加价/,
  insurance: /医保|报销|自费|能报|可以报|报\d|报一部分/,
  place: /楼|层|窗口|路|[东南西北]门/,
  phone: /\d{4,}/,
  result: /工作日|小时|分钟|当天|次日|\d天/,
  hours: /\d{1,2}:\d\d|\d日|24小时|全天|周[一二三四五六日]|天/,
};

/** How each is asked in the words of entries, for a message that names only a thing. */
export const ASKED_AS: Readonly<Partial<Record<Attribute, string>>> = {
  price: '多少钱',
  insurance: '能报销吗',
  place: '在哪里',
  hours: '几点',
  result: '报告多久出结果',
};
