import type { LexiconEntries } from './lexicon.ts';

/** Roles of staff (handbook section 2) and things of the house that an opinion can concern. */
export const CONCERNS: readonly LexiconEntries[] = [
  {
    cat: 'role',
    value: 'doctor',
    words:
      '医生|大夫|医师|主任|主治|主治医|教授|专家|主刀|管床|管床医|住院医|规培|外科医|实习医|医生们|大夫们|先生医|郎中|庸医|医官|doctor|doc|dr|surgeon|physician|consultant',
  },
  {
    cat: 'role',
    value: 'nurse',
    words:
      '护士|护士长|护长|护理师|护理站|护士站|护理人员|小护士|护士们|姑娘们|护师|护理|白衣天使|nurse|nurses|nursing|matron',
  },
  { cat: 'role', value: 'carer', words: '护工|陪护员|看护|陪护阿姨|护理员|护理工|carer|caregiver|care worker|orderly' },
  {
    cat: 'role',
    value: 'cleaner',
    words: '保洁|保洁员|清洁工|清洁员|清洁阿姨|打扫的阿姨|保洁阿姨|cleaner|cleaners|cleaning lady',
  },
  {
    cat: 'role',
    value: 'medical',
    words:
      '医护|医护人员|医务人员|医务|医生护士|护士医生|医患|doctors and nurses|nurses and doctors|medical staff|medical team',
  },
  {
    cat: 'role',
    value: 'staff',
    words:
      '工作人员|前台|导诊|导医|保安|窗口的人|收费员|检验员|麻醉师|麻醉医生|科室人员|人员|员工|志愿者|治疗师|康复师|康复医师|物理治疗师|复健师|技师|放射师|药师|药剂师|营养师|检验师|社工|志工|师傅|保安大哥|电梯阿姨|送餐员|送餐的|配餐员|运送员|分诊|分诊台|客服|工友|看护工|staff|therapist|physio|physiotherapist|radiographer|porter|pharmacist|dietitian|volunteer|security|receptionist|guard|anaesthetist|anesthetist',
  },
  {
    cat: 'thing',
    value: 'food',
    words:
      '食堂|饭菜|伙食|膳食|餐食|盒饭|菜品|营养餐|病号饭|早饭|午饭|晚饭|早餐|午餐|晚餐|订餐|送餐|餐厅|的饭|的菜|饭|菜|餐|food|meal|meals|canteen|lunch|dinner|breakfast|catering',
  },
  {
    cat: 'thing',
    value: 'fees',
    words:
      '收费|费用|缴费|交费|押金|医保|报销|账单|住院费|检查费|医药费|治疗费|床位费|护理费|价格|花费|结算|发票|的钱|块钱|自费|bill|billing|billed|fee|fees|cost|costs|price|prices|charge|charges|charged|deposit|invoice|insurance',
  },
  {
    cat: 'thing',
    value: 'environment',
    words:
      '厕所|卫生间|洗手间|病房|环境|卫生|病床|床位|被子|被褥|床单|枕头|空调|暖气|热水|开水|电梯|停车|停车场|车位|噪音|走廊|病区|楼道|插座|电视|窗户|窗帘|灯光|浴室|洗澡间|淋浴|马桶|垃圾桶|水龙头|隔音|灯|wifi|无线网|网络|陪护床|陪护椅|陪床|条件|设施|toilet|toilets|ward|room|rooms|bathroom|shower|bed|beds|sheets|noise|parking|lift|elevator|air conditioning|heating|environment|facilities',
  },
  {
    cat: 'thing',
    value: 'procedure',
    words:
      '手续|流程|办理|住院手续|出院手续|挂号|窗口|入院|排床|床位安排|系统|预约|制度|规定|管理|叫号|小程序|公众号|标识|指示牌|procedure|procedures|paperwork|admission|registration|booking|check-in',
  },
  { cat: 'thing', value: 'pharmacy', words: '药房|取药|拿药|等药|抓药|药局|领药|pharmacy' },
  {
    cat: 'thing',
    value: 'medicine',
    words: '药|药水|药物|药片|吊瓶|盐水|medicine|medication|medications|drug|drugs|pills',
  },
  {
    cat: 'thing',
    value: 'equipment',
    words: '设备|机器|仪器|轮椅|设施设备|推车|监护仪|equipment|machine|wheelchair',
  },
  {
    // Who is blamed for it depends on what happened: call-bell.ts.
    cat: 'thing',
    value: 'bell',
    words: '呼叫铃|呼叫器|按铃|call bell|buzzer',
  },
  {
    cat: 'thing',
    value: 'waiting',
    words: '排队|等候|候诊|等床|等待|等的时间|排号|waiting time|waiting times|wait|queue|queues|queuing|waiting',
  },
  {
    cat: 'thing',
    value: 'examination',
    words: '检查|b超|ct|核磁|抽血|化验|拍片|彩超|心电图|x光|胃镜|肠镜|报告|片子|scan|x-ray|blood test|test results',
  },
  { cat: 'thing', value: 'ward_round', words: '查房|巡房|ward round|rounds' },
  { cat: 'thing', value: 'surgery', words: '手术|开刀|麻醉|operation|surgery' },
  {
    cat: 'thing',
    value: 'nursing_care',
    words: '打针|输液|换药|扎针|吊水|挂水|打点滴|量血压|量体温|injection|injections|drip|needle|dressing',
  },
  {
    // The contact's own state and the world outside: what is good there grades nobody.
    cat: 'thing',
    value: 'own',
    words:
      '牙口|牙|眼睛|眼神|耳朵|腿脚|记性|视力|信号|手机|天气|太阳|公园|孙子|孙女|电影|电视剧|足球|球赛|麻将|象棋|下棋|广场舞|股票|彩票|风景|心情|庄稼|收成|饭馆|小区|场球|这球|那球|看球|球队|球迷|国足|篮球|比赛|世界杯|奥运|春晚|综艺|游戏|演唱会|新闻|追剧|菜价|房价|油价|猪价|风光|旅游|赶集|身体|胃口|恢复|伤口|刀口|睡眠|精神|气色|病情|血压|血糖|食欲|问卷|短信|机器人|你们这个短信|weather|wound|recovery|recovering|my health|appetite|survey|text message',
  },
  {
    cat: 'overall',
    value: 'overall',
    words:
      '医院|本院|贵院|你们院|全院|整体|总体|总的来说|总的来讲|总的讲|总的说来|总体来说|整体来说|整体来讲|总体上|整体上|总的|综合|整个|全院上下|院方|各方面|方方面面|hospital|overall|in general|generally speaking|on the whole|all in all|as a whole',
  },
  {
    cat: 'aspect',
    value: 'aspect',
    words:
      '态度|服务|服务态度|技术|水平|医术|医德|素质|速度|效率|质量|沟通|语气|口气|脾气|手法|经验|责任心|耐心度|动作|attitude|service|skill|skills|communication|manner|manners|tone',
  },
  {
    cat: 'all',
    value: 'all',
    words:
      '都|全都|全部|全|通通|统统|所有|所有人|大家|每个人|样样|哪都|哪里都|三个都|三项都|三样都|每样|各项|一切|每一项|全体|everything|everyone|everybody|all|all of them|all of it|every one|all three|across the board',
  },
];
