import { guarded } from '../sieve/guarded.ts';

/**
 * Questions about one's own wound, medicine, diet, result, and ailments told without a question (handbook 29, same-day list of
 * standards section 8). Over normalised text.
 */

export const WOUND =
  '(?:伤口|刀口|切口|创口|疤|缝线?|缝合|线头|纱布|敷料|引流管?|管子|导尿管?|尿管|尿袋|造瘘口?|石膏|夹板|支架|钢板|钢钉|支具|护具|留置针|针眼)';
const BODY =
  '(?:头|眼睛?|耳朵|鼻子?|牙|嘴|喉咙|嗓子|脖子|肩膀?|胳膊|手臂|手指|手|胸|乳房|奶|背|腰|肚子?|胃|小腹|屁股|肛门|腿|小腿|大腿|膝盖?|脚|脚踝|关节|骨头|皮肤|身上|脸|尿|大便|下面|下身|阴道|恶露|肾|肝|心|脐带|肚脐|患处|那里|那个地方)';
const AILS =
  '(?:疼|痛|肿|红|痒|麻|胀|酸|僵|硬|发炎|化脓|流脓|流水|流黄|[流淌冒渗出滴][^,。护医]{0,3}(?:水|液|脓|黄)|味儿|(?:股|有)[^,。]{0,3}味|渗|渗液|渗血|流[^,。]{0,4}(?:黄|脓|水|液|血)|[紫青硬包红][块点包]|溃|烂|裂|开线|崩|鼓|起泡|起皮|起疹|黄印|出血|流血|发黑|发紫|发青|淤|瘀|发热|发烫|发凉|没力|没劲|无力|抽筋|抽抽|不舒服|难受|不得劲|有脓|有味|臭|凹|疙瘩|有个包|长了?|不消|没消|不退|没好|还没长好|没长好|抬不起|弯不|伸不直|不能弯|使不上劲|堵|不通|掉了|脱|松了|歪了)';

export const WOUND_AILS = guarded(new RegExp(`${WOUND}[^,。!?;\\n]{0,8}?${AILS}`, 'g'));
export const BODY_AILS = guarded(new RegExp(`${BODY}[^,。!?;\\n打抽扎]{0,6}?${AILS}`, 'g'));

/** Ailments that need no body part. */
export const AILMENT = guarded(
  /发(?:高|低)?烧|低烧|高烧|低热|烧到\d|体温\D{0,3}\d|发炎|感染|化脓|掉头发|脱发|肿[^,。]{0,3}[没不]消|出汗(?:多|很)|大便[^,。]{0,4}没|(?:38|39|40|37)(?:\.\d|度)|咳(?:嗽|痰|得|个不|不停|了|,|。|$)|一直咳|还咳|痰(?:多|里|中|带)|拉肚子|拉稀|腹泻|便秘|大便(?:干|不|稀|带|困难|解|硬|黑|拉)|拉不出|解不出|(?<=有点儿?|一直|老是?|总是?|感觉|觉得|吃了?|就|头晕|还|又|也|^|[,。、])恶心(?!人|死|的|透|至|图|名)|想吐|呕吐|吐(?:了|个|得|酸)|吃(?:什么|啥)(?:都)?吐|头(?:晕|昏|疼|痛|蒙|胀|沉)|失眠|睡不(?:着|好|踏实)|瘸|走不稳|没力气?抓|没(?:有)?(?:胃口|食欲)|吃不(?:下|进)|小便(?:困难|疼|痛|黄|红|不|带|解|次)|尿(?:不出|频|急|血|疼|痛|少|带|黄|红|失禁|不尽|不净)|没(?:有)?尿|心慌|心悸|出虚汗|盗汗|乏力|浑身(?:没劲|无力|疼|酸|痒)|没(?:有)?(?:劲|力气)|血压(?:有点|还是|一直|老|总|忽)*(?:高|低|\d|不稳)|血糖[^,。]{0,4}\d|血糖(?:有点|还是|一直|老|总|忽|饭[前后])*(?:高|低|\d|不稳)|饭[前后]血糖|空腹\d|黄疸|水肿|腿肿|脚肿|抽筋|摔(?:了|倒|着)|跌(?:了|倒)|磕(?:了|到|着)|过敏|起(?:了)?(?:疹|红疹|湿疹|红点|泡)|涨奶|堵奶|奶(?:胀|堵|少|水不)|乳腺炎|恶露|月经|白带|喘|气短|胸闷|胀气|烧心|反酸|打嗝|口干|口苦|嗓子(?:哑|疼|痛)|声音哑|手抖|发抖(?!音)|怕冷|发冷|耳鸣|眼花|视力模糊|看东西|流脓|吐奶|拉绿|不拉屎|哭闹|管子(?:堵|掉|脱|漏)/g,
);

const DRUGS =
  '(?:(?<![换拿取开发领抓配])药(?!房|费|价|店|钱|柜|剂科|师|品目录|方发|单)|阿司匹林|布洛芬|对乙酰|头孢|阿莫西林|抗生素|消炎药|降压药|降糖药|止[疼痛]药|止[疼痛]片|胰岛素|抗凝药?|华法林|利伐沙班|氯吡格雷|波立维|他汀|激素|化疗药|靶向药|二甲双胍|甲状腺素|优甲乐|钙片|铁剂|维生素|中药|膏药|药膏|眼药水|益生菌|安眠药|感冒药|退烧药|美林|泰诺林|打针|输液|吊针|疫苗|ibuprofen|paracetamol|aspirin|antibiotics?|warfarin|insulin|painkillers?|tablets?|pills?|medicines?|medications?|meds|drugs?|dose|dosage|steroids?)';
/** Something is done, stopped or missed with a medicine. */
const USE =
  '(?:一天|每天|每日|一次|几次|几片|几粒|几颗|几包|几毫升|多少(?:片|粒|单位|毫升|毫克)|饭前|饭后|空腹|睡前|怎么(?:吃|用|服|喝|打|涂|抹|贴|停|减|加)|咋(?:吃|用|服|喝|打|抹)|如何(?:吃|用|服)|停|减量|加量|减药|加药|减|加|换|换成|替|继续|接着|一起|同时|混|补|忘|漏|少吃|多吃|吃(?:多|错|少|重)|吃完|用完|没了|断|副作用|伤(?:胃|肝|肾)|剂量|单位|能(?:不能)?(?:吃|用|喝|停|打)|可以(?:不)?(?:吃|用|喝|停|打)|要(?:不要)?(?:吃|用|喝|打)|还(?:要|用|得|需)|该(?:吃|用)|吃(?:不吃|多久|几天|到|啥|什么|哪)|多久|几天|需要|反应|过敏|相冲|保质|过期|苦|呕|吐)';
export const DRUG_USE = guarded(new RegExp(`${DRUGS}[^。!?;\\n]{0,10}?${USE}|${USE}[^。!?;\\n]{0,8}?${DRUGS}`, 'g'));
export const DRUG = new RegExp(DRUGS);

/** What one may eat and do again. */
const ACTIVITY =
  '(?:洗(?:澡|头|脚|脸|手)|冲凉|冲澡|沐浴|泡(?:澡|脚|温泉)|(?:碰|沾|见|下)水|喝(?:酒|茶|咖啡|牛奶|汤|豆浆|可乐|饮料|水|粥|奶|冰)|抽烟|吸烟|吃(?!饭再|完饭|过饭|饭了|个饭|饭吧)[^,。!?]{0,6}|忌口|忌|补(?![交开办假卡牙发打领录写票种])|进补|运动|锻炼|跑步|打球|健身|下(?:床|地)|走(?:路|动)|爬(?:楼|山)|活动|翻身|侧(?:睡|躺|卧)|上班(?!族)|上学|干(?:活|农活|重活)|提(?:重物|东西)|抱(?:孩子|小孩)|开车|骑车|坐(?:飞机|火车|高铁|长途|月子)|同房|性生活|行房|怀孕|要孩子|备孕|喂奶|母乳|哺乳|出门|出远门|游泳|拆线|拆(?:石膏|钉|钢板|绷带|纱布)|取(?:钢板|钢钉|环|支架|管)|拔(?:管|尿管|牙)|换药|换纱布|染发|烫头|化妆|敷面膜|打(?:疫苗|预防针)|弯腰|负重|盘腿|蹲着?|跑|用力|平躺|枕头|热敷|冰敷|按摩|理疗|针灸|贴膏药|擦药|涂药?|抹药?|抓|挠)';
const MAY =
  '(?:能不能|能否|可不可以|可否|可以|能|要不要|用不用|需不需要|需要|得|该|应该|会不会|什么时候|啥时候|几时|多久|多长时间|几天|几个月|何时|怎么|咋|如何|该不该|适合|有没有必要|用)';
export const MAY_DO = guarded(
  new RegExp(
    `${MAY}[^,。!?;\\n]{0,8}?${ACTIVITY}[^。!\\n]{0,6}?(?:吗|么|嘛|不|没|呢|啊|\\?|$|好|,|。)|${WOUND}[^,。!?;\\n]{0,6}?(?:什么时候|啥时候|几时|多久|几天|能不能|可以|要不要|怎么|咋|用不用)[^,。]{0,3}(?:拆|拔|取|换|掉|撕|洗|消毒|处理|护理)|${ACTIVITY}[^,。!?;\\n]{0,6}?(?:可不可以|能不能|行不行|行吗|行不|可以吗|可以不|好不好|好吗|要紧|有(?:没有)?(?:影响|事|关系)|没事吧|会不会|怕不怕|要多久|多久|什么时候)`,
    'g',
  ),
);
/** A MAY_DO needs the tone of a question. */
export const ASKING = guarded(
  /吗|么(?!样的)|嘛|\?|能不能|能否|可不可以|要不要|用不用|需不需要|会不会|行不行|该不该|什么时候|啥时候|几时|何时|多久|多长时间|几天|几个月|怎么|咋|如何|呢$|呢[,。]|不$|不[,。]|吧$|有没有必要|要紧|正常不|几[次片粒颗包]|还是|哪[个种]|吃(?:点)?(?:啥|什么)|[啥咋]|请问|想问|问一?下|问问|多少|\b(?:can|could|should|may|is|are|do|does|when|how|what|will)\b/,
);

/** Results of one's own tests. */
export const RESULT = guarded(
  /(?:化验|检查|复查|检验|病理|报告|片子|ct|核磁|b超|彩超|x光|血常规|尿常规|结果|指标|结节|肿块|囊肿|息肉|箭头|肝功|肾功|心电图|胃镜|肠镜|活检|指数|数值|转氨酶|肌酐|尿酸|白细胞|血小板|血红蛋白|甲功|肿瘤标志物)[^。!?\n]{0,14}(?:正常|要紧|严重|偏高|偏低|高不高|高了|低了|超标|什么意思|啥意思|怎么样|咋样|好不好|有(?:没有)?(?:事|问题)|要不要|阳性|阴性|箭头|恶性|良性|癌|复发|转移|怎么办|咋办|咋回事|怎么回事|是不是|说有|显示|吓人|没问题吧|看不懂|咋看|怎么看)|(?:是不是|会不会|怕是)[^,。]{0,4}(?:复发|转移|恶化|癌|感染|发炎|并发症|后遗症|血栓)|(?:我|他|爸|妈)(?:这|的)?(?:个)?病[^,。]{0,8}(?:能治|会好|能好|严重|复发|多久|怎么|传染|遗传|根治)|(?:多久|什么时候|啥时候|几天)[^,。]{0,5}(?:能|会|才)?(?:恢复|好|痊愈|康复|长好|愈合|消肿|能走)|(?:恢复|愈合|消肿)[^,。]{0,3}(?:要|需要)?(?:多久|多长|几天|几个月)/g,
);

/** About the hospital and not about the body: the desk and the knowledge base answer. */
export const DESK = guarded(
  /挂(?:什么|哪|啥|个)?(?:个)?(?:科|号)|(?:看|挂|去|找)(?:什么|哪个|哪|啥)(?:科|门诊)|哪个科|什么科|几楼|多少钱|几块|费用|收费|价格|报销|医保|在哪|哪里(?!不舒服|疼|痛)|哪儿(?!疼|痛)|窗口|怎么预约|如何预约|预约|排队|拿报告|取报告|(?:报告|结果|化验单|片子)[^,。]{0,6}(?:什么时候|几时|多久|几天)(?:能)?(?:出|拿|取|有)|(?:什么时候|几时|多久|几天)(?:能)?(?:出|拿|取)(?:来)?(?:报告|结果|片子)?|出结果|复印|打印|地址|停车|几点|电话(?:是|号)?多少|上班时间|探视|带(?:什么|啥)(?:东西|材料|证)|住院手续|出院小结|病历|药房|有没有[^,。]{0,6}卖|拿药|取药|代配|能开|开多久|开几|进(?:去|来)吗|how much|where|which department|opening hours|appointment/,
);
/** A report of what staff did, or of the ward: opinion and complaint, read elsewhere. */
export const CARE =
  /护士|医生|大夫|护工|医师|态度|暖气|被子|冻得|没人(?:管|来|理|问)|不管|按铃|投诉|发错|拿错|打错|扎(?:了|针|错|不)|抽血|输液室|食堂|饭菜|病房|(?<!上)厕所|(?:热|开|洗澡|饮用)水(?:不|太)|隔壁|呼噜|吵|太亮|空调|床(?:位|单|太|硬|脏|铺|不)|枕头(?:硬|脏)|打针(?:很|真|好|不|一点)?(?:疼|痛)|换药(?:太|很|弄|的?时候)|手法|粗暴|nurse|doctor|staff|ward|food was/;
/** It is well, was long ago, or is not there. */
export const WELL =
  /不(?:疼|痛|肿|痒|麻|红|烧|晕|咳|吐|拉|胀|难受|发烧)了?|没(?:有)?(?:再|啥|什么|发|感觉|觉得|事|任何|大碍|问题|不适|不舒服|红|肿|疼|痛|咳|化脓|感染|头[晕疼痛])|(?:恢复|长|愈合)(?:得|的)?(?:很|挺|不|还|特别|都|蛮)?(?:好|不错|可以|快|顺利|正常)|好(?:了|多了|转|些)|退(?:了|烧了)|治好|一切(?:正常|都好)|正常(?!吗|么|不|呢|\?)|住院(?:时|期间|的?时候|那)|当时|之前|以前|那时|手术那|那几天|\b(?:no (?:pain|fever)|better|healed|recover\w+ well|healing (?:well|fine)|fine|all good)\b/;

export const MEDICAL_EN = guarded(
  /\b(?:can|could|may|should|when|is it (?:ok|okay|safe|normal|fine)|do|does|am|are|how (?:long|soon|many|much|often|do i)|what)\b[^.!\n]{0,50}\b(?:take|taking|stop taking|eat|eating|drink|drinking|shower|bath|bathe|swim|drive|driving|fly|exercise|work|lift|wash|wet|sex|medicines?|medication|tablets?|pills?|antibiotics?|painkillers?|ibuprofen|aspirin|paracetamol|insulin|dose|dosage|stitches|sutures|cast|bandage|dressing|wound|incision|scar|swelling|drain|catheter|side effects?|test results?|blood test|biopsy|scan results?|normal)\b|\b(?:my|his|her|the) (?:wound|incision|scar|stitches|cut|calf|leg|foot|feet|ankle|knee|stomach|head|throat|back|arm|hand|eye|eyes|skin|cough|drain|catheter|blood pressure|blood sugar)\b[^.!?\n]{0,30}\b(?:red|swollen|swelling|infected|pus|oozing|leaking|weeping|sore|hurts?|hurting|painful|itch\w*|numb|hot|warm|open(?:ed)?|burst|high|low|aches?|aching|bleeding|blocked|worse|tender)\b|\bi (?:have|'ve had|had|got|am having|'ve got|feel|am feeling|keep|am still|still have)(?: \w+){0,4} (?:fever|temperature|cough|diarrh\w+|constipat\w+|nausea|vomiting|headaches?|dizz\w+|rash|pain|swelling|numbness|insomnia|coughing)\b|\b(?:forgot|missed|skipped|ran out of)(?: \w+){0,4} (?:dose|medicine|medication|tablets?|pills?|insulin|meds)\b|\bfever of \d/g,
);
