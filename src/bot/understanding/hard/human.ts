import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { bare } from '../scope.ts';
import { guarded } from '../sieve/guarded.ts';
import { firstHit, plainFinding, wholeOf } from './hits.ts';

const TRIGGER = guarded(
  /[人领院主经负管客机热活谁长头科书员电]|supervisor|person|human|agent|operator|speak|talk|manager|someone|somebody|representative|real|call me/,
);

/** Whole messages. */
const WORDS = new Set([
  '人工',
  '转人工',
  '人工服务',
  '人工客服',
  '客服',
  '真人',
  '活人',
  '转接人工',
  '接人工',
  '转真人',
  '找人工',
  '要人工',
  '人工台',
  '转客服',
  '领导',
  '找领导',
  '叫领导',
  '真人客服',
  '专人',
  '转专人',
  '人工人工',
  '转人工服务',
  '接线员',
  '话务员',
  'human please',
  'person please',
  'real person please',
  'agent please',
  'operator please',
  'supervisor',
  'agent',
  'human',
  'operator',
  'representative',
  'real person',
  'real human',
  'live agent',
  'speak to human',
  'customer service',
  'manager',
  'person',
]);

const BOSS =
  '(?:领导|院长|副院长|主任|经理|负责人|主管|护士长|书记|头儿?|老总|科长|处长|上级(?!医院|医疗)|上司|管事的?|能管事的|能做主的?|话事[的人]|当官的|管理层|负责任的)';
const DESK = '(?:人工|真人|活人|客服|工作人员|专员|专人|大活人|懂的人|正常人|在线客服)';

const ASKS = guarded(
  new RegExp(
    [
      `(?:转|接|要|找|换|叫|喊|请|让|派|揾|搵|安排|联系|呼叫|帮我)(?:接|到|给|个|一个|一下|位|一位|上|来|我|你们?|的|那个|那边|转|跟|和|能|会)*(?:${DESK}|${BOSS})`,
      `(?:要|想|可以|能|能不能|可不可以|请)(?:要|想|找|跟|和|同|与|个|一个|搵|你们?的?)*(?:${DESK}|${BOSS})[^,。]{0,2}(?:说|讲|谈|聊|倾|沟通|对话|通话|聊天|反映)`,
      `有(?:没有|无)?(?:个)?(?:${DESK})(?:吗|么|没|客服|服务|在|啊|不|,|。|$)`,
      '(?:换|叫|找|派|让)(?:个|一个|位|点)?(?:能?(?:说话|管事|做主|懂)的)?(?:人|大活人)(?:来|跟我|和我|过来|给我|说|同我|讲|听|接|,|。|$|吧)',
      '(?:换|叫|找|派|整|弄|喊|搵|揾|来|有|给我)(?:个|一个|位|一位|点)(?:(?:[会能懂说管做讲听][^,。]{0,5}的)(?:真人|活人|大活人|人)?|大?活人|真人|正常人)(?:[^,。]{0,3}(?:来|跟|和|给|唠|说|聊|听|回|讲|帮)|$|(?=[,。!]))',
      '(?:不要|不想要|不用|讨厌|不跟)(?:你这?个?)?(?:机器人?|智能客服)(?:客服)?(?=$|[,。!])',
      '^(?:人工|真人)(?:客服|服务)?(?:在哪|在不在|呢|在吗|有吗|有没有|怎么|咋|是哪)',
      '(?:让|叫|请|派|安排|找|喊)(?:个|一个)?(?:人|谁|同事|工作人员)(?:来)?(?:(?:给|和|跟|同)(?:我|俺))?(?:打|回|联系|说|聊|讲|沟通|唠)(?:个|一个|给|电话)*(?:我|俺|电话|$|(?=[,。!]))',
      '(?<!才|没)来(?:个|一个|位|点)(?:能?(?:说话|管事|做主|懂)的)?(?:人|大活人)',
      '(?:不|别|不想|不要|不愿|懒得|才不)(?:想|要|愿意?|用|让)?(?:跟|和|同|让|对着?|与)?(?:你这?个?|这个?|一个)?(?:机器人?|电脑|ai|自动回复|程序)(?:跟我|和我)?(?:说|讲|聊|谈|废话|对话|回|啰嗦|沟通)',
      '(?:我)?(?:要|想|可以|能不能)(?:跟|和|同)(?:个|一个)?人(?:说|讲|聊|谈|倾|通话|沟通)',
      '(?:让|叫|请)(?:你们?)?[^,。我]{1,5}(?:给|跟|和)我(?:回|打)(?:个|一个)?电话|(?:要|想)(?:跟|和|同)(?:医生|大夫|护士|主任)(?:本人)?(?:讲|说|谈|通话|沟通)',
      `(?:让|叫|请|喊)(?:你们?的?|恁(?:们|家)?的?|贵院的?|那个)?${BOSS}[^,。]{0,3}(?:来|出来|接|听|跟|给|同|打|说|谈|联系|回|过来|讲|解释|亲自)`,
    ].join('|'),
    'g',
  ),
);

const ASKS_EN = guarded(
  /\b(?:speak|talk|chat|connect me|put me through|transfer me|get me|give me|want|need|like|let me speak)(?: \w+){0,4} (?:person|human|someone|somebody|agent|operator|manager|supervisor|representative|staff|anyone|(?:real|actual|live) \w+|in charge)\b|\b(?:real|actual|live) (?:person|human|agent)\b|\banyone (?:real|human|actual)\b|\b(?:is there|are there) (?:a |any )?(?:human|real person|actual person)|\b(?:can|could|let|have|get|ask)(?: \w+){0,3} (?:person|human|someone|somebody|manager|supervisor)(?: \w+){0,2} (?:call|phone|ring|contact|talk|speak)|\bget me(?: \w+){0,3} (?:supervisor|manager|boss)|\bcall me\b(?=.*\b(?:manager|someone|person)\b)/g,
);

/** Only in 人工智能, 人工关节: no person is meant. */
const ARTIFICIAL =
  /^(?:关节|流产|授精|受精|智能|晶体|晶状体|心脏|瓣膜|肝|膝|髋|骨|耳蜗|呼吸|喂养|肾|血管|破膜|费|成本|湖|草坪|泪液|肛门|周期|气胸|荨麻|牛黄|挂号|窗口|收费|缴费)/;
/** Somebody was looked for and not found, is praised, asked about, or did something. */
const NO_REQUEST =
  /(?:找|叫|请|喊|联系)(?:了|过|不到|不着|半天|来的|的)|(?:是不是|你是|是|还是|到底是)(?:真人|人工|机器|活人|一个?真人)|(?:让|叫|请)(?:医生|主任|院长)(?:给|做|看)|手术|开刀|看病|做的|人很好|很好|态度|(?:很|真|特别|挺|太|非常|都|最)负责|谢谢|感谢|关心|表扬|没人|挂|约|号|电话(?:吗|是|多少)|门诊|坐诊|床/;

/** Situation 26: asks for a person. */
export function readHuman(n: Normalised): readonly Finding[] {
  if (!TRIGGER.test(n)) return [];
  if (n.text.length <= 20 && WORDS.has(bare(n.text))) {
    return [plainFinding(n, wholeOf(n), { kind: 'human', confidence: 0.97, evidence: 'human.word' })];
  }
  const hit =
    firstHit(n, ASKS, ({ text, scope }) => {
      if (/闹|砸|收拾/.test(scope.after)) return false;
      const desk = text.includes('人工') || text.includes('真人') || text.includes('客服');
      if (/人工$/.test(text) && ARTIFICIAL.test(scope.after)) return false;
      if (/(?:没|没有|不用|不要|别|不需要|不必|不)$/.test(scope.before) && !/机器|^[不别]/.test(text)) return false;
      return desk ? !/你是|是不是|还是|手术/.test(scope.clause.text) : !NO_REQUEST.test(scope.clause.text);
    }) ??
    firstHit(n, ASKS_EN, ({ scope }) => !/are you|bed|room|didn'?t|no need|couldn'?t|nobody/.test(scope.clause.text));
  return hit === null ? [] : [plainFinding(n, hit, { kind: 'human', confidence: 0.93, evidence: 'human.request' })];
}
