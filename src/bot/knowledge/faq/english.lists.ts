/**
 * What contacts write in English, in the words that entries have. Phrases first; a word in the plural or in -ing is found too.
 * Entries are Chinese only: a question is searched with these words in the place of its own.
 */
const PAIRS =
  'how much=多少钱; how long=多久; how many=几; how do i get=怎么去; how can i get=怎么去; what time=几点; ' +
  'how old=几岁; how soon=多久; how=怎么; where=在哪里; when=什么时候; which=哪个; who=谁; can i=能吗; ' +
  'could i=能吗; may i=可以吗; is there=有吗; are there=有吗; do you have=有吗; do i need=需要吗; ' +
  'should i=要吗; what do i need=要带什么; what should i bring=要带什么; what to bring=要带什么; bring=带; ' +
  'railway station=火车站; train station=火车站; bus station=汽车站; coach station=汽车站; ' +
  'long-distance bus station=汽车客运站; bus=坐公交; taxi=打车; subway=地铁; airport=机场; village=乡镇; ' +
  'address=地址; entrance=哪个门进; gate=门; map=导航; directions=怎么走; location=位置; park=停车; ' +
  'parking=停车; parking lot=停车场; car park=停车场; car=汽车; electric bike=电动车; e-bike=电动车; ' +
  'scooter=电动车; charge my phone=充电; charging=充电; charge=收费; open=开门; close=下班; hours=时间; ' +
  'opening hours=门诊时间; working hours=上班时间; weekend=周末; saturday=周六; sunday=周日; weekday=工作日; ' +
  'at night=晚上; night=晚上 夜间; evening=晚上 夜间门诊; noon=中午; lunch=中午; holiday=节假日; new year=元旦; ' +
  'spring festival=春节; chinese new year=春节 过年; national day=国庆; today=今天; tomorrow=明天; ' +
  'appointment=预约; book=预约 挂号; booking=预约; register=挂号; registration=挂号; reschedule=改约 改时间; ' +
  'change my appointment=改约; change=改; cancel=取消预约 退号; late=迟到; miss=没去; missed=错过; ' +
  'in advance=提前; walk in=现场挂号; online=网上; by phone=电话; phone=电话; call=电话; hotline=热线; ' +
  'app=小程序; wechat=微信小程序; mini program=小程序; log in=登录; verification code=验证码; id card=身份证; ' +
  'passport=护照 外国人; foreigner=外国人; foreign=外国人; visa=签证; card=就诊卡; without id=没带身份证; ' +
  'doctor=医生; specialist=专家; expert=专家; nurse=护士; schedule=出诊 排班; department=科; clinic=门诊; ' +
  'outpatient=门诊; inpatient=住院; first visit=第一次看病流程; first time=第一次 流程; see a doctor=看病; ' +
  'emergency=急诊; emergency room=急诊; er=急诊; ambulance=救护车; fever clinic=发热门诊; fever=发烧; flu=流感; ' +
  'child=孩子; children=孩子; kid=孩子; baby=宝宝; newborn=新生儿; son=孩子; daughter=孩子; elderly=老人; ' +
  'mother=妈 家人; father=爸 家人; family=家属; relative=家属; husband=丈夫; someone else=别人 代; ' +
  'on behalf=代办; friend=朋友; insurance=医保; medical insurance=医保; reimburse=报销; ' +
  'reimbursement=报销; covered=报销; commercial insurance=商业保险理赔; claim=理赔; ' +
  'resident insurance=居民医保; employee insurance=职工医保; another province=外地 异地医保; out of town=外地; ' +
  'out-of-province=外地 异地; chronic=慢病; referral=转诊; transfer=转院; low income=低保; ' +
  'hospitalized=住院; hospitalised=住院; admission=办理住院; admitted=住院; bed=床位; private room=单间 单人间; ' +
  'single room=单人间; room=病房; ward=病房; deposit=押金; discharge=出院; discharged=出院; ' +
  'discharge summary=出院小结; bill=费用清单; itemized=费用明细清单; pay=付钱; payment=付钱; cash=现金; ' +
  'credit card=刷银行卡; alipay=支付宝; refund=退 退款; overcharged=收费不对; price=价格; cost=多少钱; fee=费用; ' +
  'expensive=贵; free=免费; invoice=发票; receipt=发票; lost=丢了; lose=丢了; medical record=病历; ' +
  'records=病历; record=病历; copy=复印; copies=复印; print=打印; mail=邮寄; mailed=邮寄; post=邮寄; ' +
  'deliver=寄到家; delivery=快递; certificate=证明; sick leave=病假条; sick note=病假条; ' +
  'diagnosis certificate=诊断证明; birth certificate=出生医学证明; death certificate=死亡证明; ' +
  'disability=残疾; visit=探视; visiting=探视; visiting hours=探视时间; visitor=探视; icu=ICU 重症; ' +
  'flowers=鲜花; stay overnight=陪床; accompany=陪护; caregiver=护工; carer=护工; folding bed=陪护床; ' +
  'meal=订饭; food=吃饭; canteen=食堂; cafeteria=食堂; restaurant=吃饭; diabetic=糖尿病; shower=洗澡; ' +
  'hot water=热水; shop=超市; store=超市; atm=取款机; wifi=WiFi 无线网; wi-fi=WiFi 无线网; internet=上网; ' +
  'wheelchair=轮椅; volunteer=志愿者; sign language=手语; deaf=听力; nursing room=母婴室; breastfeed=喂奶; ' +
  'breastfeeding=喂奶 母乳; smoke=抽烟; smoking=抽烟; pet=宠物; dog=狗; bite=咬; bitten=被狗咬; cat=猫; ' +
  'rabies=狂犬疫苗; tetanus=破伤风; nail=钉子; stolen=被偷; security=保卫; lost and found=失物招领; ' +
  'complain=投诉; complaint=投诉; praise=表扬; thank=感谢; bribe=红包; red envelope=红包; scam=骗子 诈骗; ' +
  'fraud=诈骗; unsubscribe=退订; privacy=隐私; survey=回访; result=结果; results=结果; report=报告; test=检查; ' +
  'test results=检查结果; blood test=抽血; blood draw=抽血; blood=血; fasting=空腹; fast=空腹; eat=吃饭; ' +
  'drink water=喝水; breakfast=早饭; x-ray=拍片 X光; ct=CT; mri=核磁; ultrasound=彩超; full bladder=憋尿; ' +
  'contrast=造影剂 增强CT; gastroscopy=胃镜; colonoscopy=肠镜; biopsy=病理 活检; pathology=病理; slides=病理切片; ' +
  'film=胶片 片子; pacemaker=起搏器; stent=支架; self-service=自助机; machine=自助机; kiosk=自助机; medicine=药; ' +
  'medication=药; drug=药; prescription=开药; pharmacy=药房; pick up=取; return=退; painkiller=止痛药; ' +
  'sleeping pill=安眠药; chinese medicine=中药 中医; decoct=代煎; herbal=中药; acupuncture=针灸; ' +
  'cupping=拔罐; massage=推拿; checkup=体检; check-up=体检; physical exam=体检; health certificate=健康证; ' +
  'driver=驾驶员体检; pre-employment=入职体检; employment=入职; premarital=婚检; vaccine=疫苗; ' +
  'vaccination=疫苗; vaccinated=打疫苗; shot=针; hpv=HPV疫苗; reaction=反应; pregnant=怀孕; pregnancy=怀孕; ' +
  'prenatal=产检; give birth=生孩子; deliver a baby=生孩子; birth=生孩子; epidural=无痛分娩; ' +
  'delivery room=产房 陪产; water broke=破水; postpartum=产后; abortion=人流; cancer screening=两癌筛查; ' +
  'depression=抑郁; depressed=心情不好; sleep=睡不着; insomnia=失眠; donate blood=献血; donate=捐; ' +
  'dentist=看牙; tooth=牙; teeth=牙; dental=看牙; mole=痣; acne=痘; std=性病; hiv=HIV; ' +
  'rehabilitation=康复; rehab=康复; dialysis=透析; wound=伤口; dressing=换药; stitches=拆线; picc=PICC; ' +
  'home visit=上门; home care=上门护理; equipment=设备; job=招聘; internship=实习; hotel=旅馆; toilet=厕所; ' +
  'restroom=厕所; elevator=电梯; bathroom=厕所; umbrella=雨伞; luggage=行李';

export const GLOSS: ReadonlyMap<string, string> = new Map(
  PAIRS.split('; ').map((pair): [string, string] => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ]),
);
