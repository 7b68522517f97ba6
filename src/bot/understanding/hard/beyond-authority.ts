import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import { firstHit, plainFinding } from './hits.ts';

const TRIGGER = guarded(
  /[退赔偿补还返减免改更删抹划涂去处罚惩扣停撤辞炒吊床铺钱费款责革]|补偿|开除|开[了掉个张点些]|[给帮替为][我俺咱他]|单间|病房|处方|承担|下岗|能.{0,6}开|成工伤|出钱|买单|走人|refund|compensat|money|fire|bed|prescri|punish|record|report|diagnos|certificate|change|pay|note|reimburse|sack|discipline|suspend/,
);

const MONEY =
  '(?:钱|费用?|款|押金|医药费|住院费|检查费|药费|手术费|治疗费|护理费|床位费|材料费|伙食费|\\d+[元块]|[一二两三四五六七八九十百千万几]+[块元])';
const STAFF = '(?:医生|大夫|护士长?|护工|医师|主任|人|他们?|这种|那个|这个|姓[^,。]|当事|责任人|收费员?|保安|麻醉师)';

/** Demands that a follow-up officer cannot grant (handbook 11). */
const DEMANDS: readonly (readonly [Guarded, string])[] = [
  [
    guarded(
      new RegExp(
        `(?:把|将)?[^,。]{0,8}${MONEY}[^,。]{0,6}(?:退|还|返)(?:给|回|还)?(?:给)?(?:我|俺|咱|家属|来)|(?:退|返)(?:我|还我?|给我|一下|回|点|掉)?[^,。]{0,6}${MONEY}|(?:给|帮|替)我(?:办)?(?:退|返)[^,。]{0,4}${MONEY}?|还(?:我|给我)[^,。]{0,6}${MONEY}|${MONEY}[^,。]{0,3}还(?:给)?我|(?:必须|要求|赶紧|马上|立刻|现在就|应该|得|要|给我|我要|凭什么不)(?:全额|全部|都|把|给我)*(?:退|返还)|全额退|退一赔|(?:把|将)(?![^,。]{0,4}号)[^,。]{0,10}(?:退|返)(?:回|给|还|了|掉)|${MONEY}[^,。]{0,3}(?:得|要|必须|应该|赶紧|都|马上)(?:全|都|给我|马上)*(?:退|还|赔)|要求[^,。]{0,4}(?:退|返)|refund|money back|reimburse\\w*|pay me back|give (?:me )?back (?:my|the) money`,
        'g',
      ),
    ),
    'beyond.refund',
  ],
  [
    guarded(
      new RegExp(
        `赔(?:偿|我|俺|钱|点|付|不赔|给|多少|医药费|一下|个)|补偿|索赔|(?:误工|营养|精神损失|交通)费|(?:谁|怎么|你们|医院)[^,。]{0,4}(?:赔|承担|出钱|买单)|(?:费用|${MONEY})[^,。]{0,4}(?:减免|免(?:了|掉|除|费)|少(?:收|算|点)|打折)|(?:减免|免掉|免除|少收|免(?:了|掉|我)|抹(?:了|掉))(?:我|俺|我们|咱)?(?:的)?[^,。了]{0,4}${MONEY}|(?:医院|你们|院方)[^,。]{0,5}(?:得|要|必须|应该|应当)[^,。]{0,3}(?:负责|承担|出|付|包|报销)[^,。]{0,8}(?:${MONEY}|费)|compensat\\w*|pay (?:for )?(?:my|our|the|us|me) (?:damages?|loss(?:es)?|medical bills|back|compensation)`,
        'g',
      ),
    ),
    'beyond.compensation',
  ],
  [
    guarded(
      new RegExp(
        `(?:开除|处分|处罚|惩罚|惩处|严惩|惩戒|辞退|撤职|停职|革职|降职|炒(?:了|掉|鱿鱼)|问责|吊销|下岗|滚出医院|走人)|扣[^,。]{0,4}(?:奖金|工资|绩效|钱)|把(?:那个?|这个?)?(?:他|护士|医生|大夫|护工)[^,。]{0,4}(?:开了|开掉|换掉|撤了|抓起来)|(?:严肃)?处理(?:那个?|这个?|掉|一下)?(?:${STAFF.replace('|人|', '|')})|(?:fire|sack|discipline|punish|suspend|dismiss)(?:ed|ing)? (?:\\w+ ){0,3}(?:nurse|doctor|him|her|them|person|staff|surgeon|receptionist)|(?:nurse|doctor|he|she|surgeon)(?: \\w+){0,3} (?:be|get|got) (?:fired|sacked|punished|disciplined|suspended|dismissed)`,
        'g',
      ),
    ),
    'beyond.punish',
  ],
  [
    guarded(
      /(?:改|更正|修改|更改|变更|涂改|删|重开|重写)(?:一?下|掉|成|了|个)?[^,。!?]{0,6}(?:病历|病案|诊断|记录|日期|证明|报告|小结|发票|档案|身份证号|住院天数|医嘱|报销单|收据|病因|名字|姓名|年龄|工伤|受伤原因)|(?:病历|病案|诊断|记录|日期|证明|报告|小结|发票|报销单|单子|病因|受伤原因|住院天数)[^,。!?]{0,10}(?:改(?!善|进|天|约|期|观|变观)|更正|写成|开成|重开|重新开|重打|删|去掉|划掉|划了|抹|涂|换成)|(?:change|alter|amend|correct|delete|edit|backdate)(?: \w+){0,3} (?:record|records|report|diagnosis|discharge summary|certificate|invoice|date)/g,
    ),
    'beyond.record',
  ],
  [
    guarded(
      /(?:给|帮|替|为)(?:我|俺|咱|我[爸妈家们]|老人|他)[^,。!?]{0,8}(?:留|安排|弄|找|加|换|调|搞|协调|腾|预留|挤)[^,。!?]{0,5}(?:床(?!单|垫|头|铺|被|上用|板|帘)|病房|单间|病床)|(?:留|安排|加|换|搞|弄|腾|协调|调)(?:到|出)?(?:个|张|一张|一个|间|一间)(?:床|病床|床位|单间|单人间|病房)|(?:能|可)(?:不能|不可以|否|以)?[^,。]{0,6}(?:留|安排|加|给)[^,。]{0,4}(?:床位|病床|单间)|(?:get|give|find|reserve|arrange|keep)(?: \w+){0,4} (?:a |another )?(?:bed|private room|single room)/g,
    ),
    'beyond.bed',
  ],
  [
    guarded(
      /(?:给|帮|替|为)(?:我|俺|咱|他|我[爸妈])(?:再|先|多|重新|直接|补|能)*(?:开|配|批|寄|弄)[^,。!?]{0,8}(?:药|处方|单子?|方子|证明|假条|病假|诊断书|止疼|安眠|针|胰岛素|片)|(?:给|帮)(?:我|俺|他|咱)[^,。]{0,3}(?:开|寄|配)[^,。]{0,2}[一二两三四五六几\d](?:支|盒|瓶|片|针|板|包|个月)|(?:开|补|出|办)(?:个|张|点|些|几盒|两盒|一份|一张)(?:处方|病假条?|证明|假条|诊断书|药|止[痛疼]药|方子|转院|转诊)|(?:能|可以)(?:不能)?[^,。]{0,3}(?:给我)?开(?:点|些|个|几盒)[^,。]{0,6}药?|(?:write|give|send|get|need|renew)(?: \w+){0,3} (?:a |another |new )?(?:prescription|sick note|medical certificate|doctor'?s note)|prescribe (?:me|some|him|her)/g,
    ),
    'beyond.prescription',
  ],
];

/** How or where something is done, or that it was done: a question for the desk, or no demand at all. */
const INFORMATION =
  /怎么|咋|如何|找谁|退哪|要什么|本人|代开|哪里|哪儿|在哪|几楼|窗口|流程|手续|什么时候能|多久|几天|要带|需要什么|什么材料|比例|医保|保险|商业险|理赔|多少钱|policy|how (?:do|can|long)|where/;
const DONE =
  /(?:已经|都|很快就?|及时|顺利|后来|当场|当天|主动|还)(?:给我?|把|帮我)?(?:退|赔|还|补|改|开|换|安排|减免|处理|处分)|(?:退|赔|还|补偿|改|换|开|安排)(?:了|过|好了|到账)(?!.{0,6}(?:没|不|才))|(?:医生|大夫|主任|护士|他们|药房|你们)(?:[^,。]{0,3})(?:给|帮)我[^,。]{0,4}(?:开|换|安排|改|配|找|加|弄|退|留)|(?:不用|不要|不需要|没要|别|无需|不是要|不想)[^,。]{0,4}(?:赔|退|补|处分|开除|处罚)|开的|换的|(?:退费|退款|退钱|报销|赔付)(?:很|挺|真|蛮|特别|也|都|比较)*(?:快|方便|顺利|及时|慢|麻烦|难)|赔(?:不是|礼|笑|罪)|(?:烧|热|水肿|疹子?|肿)退|退(?:烧|热|休|役|院|出|步|回)|处分明|开刀|补偿(?:贸易|性)|clear|quick|got my refund|received/;
/** It was done already. */
const SETTLED = /(?:已经|早就|很快就?|当场就?)(?:都|就|全|把)*(?:钱)?(?:退|赔|还|补|改|开|处理|安排)[^没不]*了?$/;
const INSISTS =
  /必须|要求|马上|立刻|现在就|赶紧|凭什么|给我退|帮我把|给我把|麻烦把|请把|退给我|还给我|谁来?赔|赔我|^(?:就|那就)?把|(?<!(?:医生|大夫|主任|护士|他们?|你们|药房|医院|师傅)[^,。]{0,4})给(?:俺|我)(?:把|改|退|删|换|免|开|补|弄)|(?:呗|撒|哈|嘛|吧)$|得(?:全|都)|我要|应该|demand|must|want/;

/** Situation 11. */
export function readBeyondAuthority(n: Normalised): readonly Finding[] {
  if (!TRIGGER.test(n)) return [];
  for (const [pattern, evidence] of DEMANDS) {
    const hit = firstHit(n, pattern, ({ text, scope }) => {
      const clause = scope.clause.text;
      if (/^明/.test(scope.after) || SETTLED.test(clause)) return false;
      if (evidence !== 'beyond.punish' && DONE.test(clause) && !INSISTS.test(clause)) return false;
      if (/退(?:烧|休|热|步|院)|开刀/.test(text)) return false;
      if (
        /(?:不|没|没有|别|不用|不要|不会|不是)(?:想|要|会|让|打算)*$/.test(scope.before) &&
        !/凭什么/.test(scope.before)
      )
        return false;
      if (INSISTS.test(clause)) return true;
      return !INFORMATION.test(clause) && !(/吗$/.test(clause) && !/我|俺|咱/.test(clause));
    });
    if (hit !== null) return [plainFinding(n, hit, { kind: 'beyond_authority', confidence: 0.88, evidence })];
  }
  return [];
}
