import type { PhraseKey } from './registry.ts';

/** A wording that patients must not read, and why (handbook section 5). */
export interface ForbiddenWording {
  readonly pattern: RegExp;
  readonly reason: string;
}

const rule = (reason: string, pattern: RegExp): ForbiddenWording => ({ reason, pattern });

/** For every text, whoever writes it. Both Chinese scripts and English; no flags but `i` and `u`, so the expressions are stateless. */
export const FORBIDDEN: readonly ForbiddenWording[] = [
  rule(
    'thanks are answered with "it is what we should do"',
    /不客[气氣]|不用[谢謝]|you(?:'|’)?re welcome|no problem/iu,
  ),
  rule('a bare 喂', /(?<=^|[，。！？!?,\s“「])[喂餵](?=$|[，。！？!?,\s])|^hey\b/iu),
  rule(
    'never "do not know" about ourselves',
    /不知道(?!您|是否|能否|可否|方便)|我[们們]?(?:也|都)?(?:不[晓曉]得|不清楚|不了解|不懂)/u,
  ),
  rule('never "do not know" about ourselves', /\b(?:we|i) (?:do not|don['’]t|have no) (?:know|idea)|\bno idea\b/iu),
  rule(
    'never "not our business"',
    /(?:不|没|沒)(?:归|歸|关|關|属于|屬於)我[们們]?|不是我[们們]?(?:的|管的)?(?:事|[问問][题題]|[责責]任)|[与與跟和]我[们們]?(?:[无無]|没|沒)有?[关關]|管不了/u,
  ),
  rule(
    'never "not our business"',
    /\bnot our (?:business|job|problem|fault|department|responsibility)\b|nothing to do with us/iu,
  ),
  rule(
    'nobody is sent away',
    /(?:我[们們]|[这這][边邊裡里])[^。！？!?]{0,6}(?:解[决決]|[处處]理|[帮幫])不(?:了|到)|[您去](?:找|[问問])(?:别人|別人|旁人|别家|別家)|另[请請]高明/u,
  ),
  rule(
    'nobody is sent away',
    /\b(?:we|i) (?:cannot|can['’]t|can not) (?:help|solve)\b|\b(?:ask|find|try|go to) (?:somebody|someone|somewhere|anybody) else\b/iu,
  ),
  rule(
    'reproach',
    /[为為]什[么麼]不|怎[么麼](?:不|才|又)|您怎[么麼](?:能|可以|[这這])|不是(?:早就|已[经經])?(?:告[诉訴]|[说說])[过過]|早就[说說]|您[应應][该該]|不[该該]|[请請]文明|[骂罵]人|素[质質]|您自己(?:没|沒|不|的[问問][题題])|怪您|怨您|您(?:是不是|是否)?(?:[没沒]有?|不)(?:[看听聽读讀]得?)?(?:懂|明白|清楚)[了的]?[吗嗎]?[？?]/u,
  ),
  rule(
    'reproach',
    /\bwhy (?:did|do)(?: not|n['’]t) you|\byou should(?: have)?\b|\bwe (?:already )?told you|\byour (?:own )?fault\b|\b(?:did|do)(?:n['’]t| not) you (?:read|understand|get it)\b|calm down|watch your language|language, please/iu,
  ),
  rule(
    'counter-question',
    /[难難]道|您[说說]呢|有什[么麼][问問][题題][吗嗎][？?]?$|不是[吗嗎]|何必|\bdon['’]t you think\b|\bwhat do you (?:expect|want)\b/iu,
  ),
  rule(
    'command',
    /必[须須]|[务務]必|不[许許]|不准|不得(?!不|已)|[给給]我(?:[说說听聽回]|们回)|赶紧|趕緊|您得(?=先|去|把|来|來|自己)|快[点點]?(?:回|[说說])|\byou (?:must|have to|need to)\b|\bhurry\b/iu,
  ),
  rule(
    'blame of a colleague',
    /(?:[医醫]生|[医醫][师師]|大夫|[护護]士|[护護]理[师師]|同事|他们|他們|科室)(?:的[错錯]|[错錯]了|不[对對]|失[职職]|不[负負][责責]|做得不好)|\b(?:doctor|nurse|colleague)(?:['’]s)? (?:fault|mistake)\b/iu,
  ),
  rule(
    'promise of a result or a refund',
    /保[证證](?!金)|肯定(?:会|會|能|可以)|一定(?:会|會|能|给|給|解[决決]|[处處]理|退)|(?:会|會|可以|[马馬]上|立即|全[额額])(?:[把将將].{0,6})?(?:退[款费費钱錢还還给給]|[赔賠][偿償款]|[补補][偿償])|包您[满滿]意|[马馬]上(?:就)?(?:解[决決]|[处處]理好)/u,
  ),
  rule(
    'promise of a result or a refund',
    /\bguarantee|\bwe promise\b|\b(?:will|shall) (?:be )?(?:refund|compensat|reimburs|solve|fire)|\bdefinitely\b/iu,
  ),
  rule(
    'promise of a date',
    /(?:\d+|[一二三四五六七八九十两兩几幾])\s*[个個]?(?:分[钟鐘]|小[时時]|天|日|工作日|星期|周|週|月)[之以]?[内內]|\bwithin (?:\d+|one|two|three|a few) (?:hours?|days?|working days?|weeks?)\b/iu,
  ),
  rule(
    'medical advice',
    /建[议議]您?(?:服|吃|喝|用[药藥]|停|[减減]|加|多喝|[换換][药藥])|(?:可以|不用|不能|[应應][该該])(?:停[药藥]|吃[药藥]|服[药藥]|洗澡|[换換][药藥]|[减減][药藥]|加量|[减減]量)|多喝(?:热|熱)?水|按[时時](?:吃|服)[药藥]|忌口/u,
  ),
  rule(
    'medical advice',
    /\byou (?:can|may|could) (?:stop|start|take|skip) (?:the|your|this)\b|\b(?:stop|start|keep) taking\b|\bdrink (?:more|plenty)/iu,
  ),
  rule(
    'diagnosis',
    /(?:正常|常[见見])[现現]象|[属屬]于正常|不用[担擔]心|不要[紧緊]的|您(?:这|這)?是.{0,6}(?:炎|感染|[并併][发發]症|[后後][遗遺]症)|[诊診][断斷][为為]/u,
  ),
  rule(
    'diagnosis',
    /\bnothing to worry about\b|\bthat is normal\b|\bperfectly normal\b|\byou (?:probably )?have an? (?:infection|inflammation)\b/iu,
  ),
  rule(
    'jargon',
    /依从性|依從性|主[诉訴]|[预預]后|[预預]後|不良事件|闭环|閉環|工[单單]|[话話][术術]|NPS|满意度调研|\b(?:ticket|compliance|outcome measure|adverse event)\b/iu,
  ),
  rule('filler particle', /[哦喔噢呢嘛呀啦啊诶欸唉哎]|哈哈|哈(?=$|[，。！？~])|嗯|^亲[，,爱]|[，。！？]亲[，。！？]/u),
  rule('filler', /^(?:well|oh|um+|uh|so),|\b(?:um+|uh+|gonna|wanna|folks|guys)\b/iu),
  rule('您, not 你', /[你妳]/u),
];

/** In texts to who has lost somebody: nothing of recovery, health or joy. */
export const FORBIDDEN_IN_GRIEF = rule(
  'no wish of recovery or joy to who has lost somebody',
  /康[复復]|恢[复復]|痊[愈癒]|健康|愉快|高[兴興]|快[乐樂]|顺利|順利|满意|滿意|recover|get well|happy|glad|satisf|healthy/iu,
);

/** Before identity is confirmed: the hospital and the name, nothing else of the stay. */
export const FORBIDDEN_BEFORE_IDENTITY = rule(
  'nothing of the stay before identity is confirmed',
  /住院|出院|入院|病[区區情房人]|科室|内科|外科|手[术術]|[诊診][断斷]|用[药藥]|治[疗療]|化[疗療]|\b(?:discharged?|ward|stay|surgery|operation|diagnos\w*|treatment|medicines?|patient)\b/iu,
);

export const GRIEF_KEYS: readonly PhraseKey[] = [
  'condolence',
  'condolenceAck',
  'askConsent',
  'bereavedGoodbye',
  'closingBereaved',
  'confirmDeceased',
];

export const BEFORE_IDENTITY_KEYS: readonly PhraseKey[] = [
  'opening',
  'openingAgain',
  'openingParent',
  'openingParentAgain',
  'reminder',
  'resume',
  'wrongNumber',
  'notReached',
  'backInHospital',
  'whoWeAre',
  'scamAnswer',
  'unknownContact',
  'askWhen',
  'askWhenAgain',
  'scheduled',
  'scheduledNextDay',
  'declined',
  'optedOut',
  'optedIn',
  'enrolled',
  'enrolmentInvalid',
];
