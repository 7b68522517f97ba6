import { ACT, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { Consulted } from '../flow.ts';
import type { MessageEvent } from '../shared/digest.ts';
import { isWholeYes } from './says-yes.ts';
import type { State } from './turn.ts';

/** What counts of a message, once understanding and knowledge base are held against each other. */
export interface Heard {
  readonly findings: readonly Finding[];
  readonly consulted: Consulted;
  /** A danger was heard in it and not acted on: staff should see it. */
  readonly doubtful: boolean;
}

/** What a turn without a reading has: the knowledge base failed, and the talk goes on without it. */
const NOTHING: Consulted = {
  reply: { type: 'none' },
  asksDepartment: false,
  recent: null,
  details: {
    wish: null,
    givesUp: false,
    earlier: false,
    departments: [],
    shortened: false,
    doctors: [],
    namesOther: false,
    days: [],
    stretch: false,
    half: null,
    anyDay: false,
    name: null,
    phone: null,
    brokenPhone: null,
    corrects: false,
  },
};

/**
 * Here people ask and book. Beside an answer or the facts of an appointment, opinions count only where a rule finds them: what the
 * knowledge base answers was asked.
 */
export function hear(state: State, event: MessageEvent): Heard {
  // 就这样吧 to a summary takes no leave.
  if (state === 'confirming' && isWholeYes(event.text)) return agreed(event);
  const said = event.findings.filter((finding) => !isMisheard(finding, event.text) && !isOfTheMachine(finding, event));
  const consulted = withoutOpinion(withoutCourtesy(event.consulted ?? NOTHING, said, event.text), said);
  const answered = consulted.reply.type === 'answer' || consulted.reply.type === 'departments';
  const forDesk = isForDesk(state, consulted);
  const sober = answered || forDesk;
  const watched = state === 'check' || state === 'withStaff';
  const suggested = !watched && consulted.reply.type === 'departments';
  const doubtful = said.filter((finding) => suggested && isFaintDanger(finding, event.text, consulted.asksDepartment));
  const dropped = (finding: Finding): boolean =>
    doubtful.includes(finding) ||
    (sober && isSobered(finding, forDesk)) ||
    (answered && (TALK.has(finding.kind) || isQuestionToo(finding, said, event.text))) ||
    (consulted.reply.type === 'choose' && TALK.has(finding.kind) && isModels(finding));
  const findings = said.filter((finding) => !dropped(finding));
  return { findings, consulted, doubtful: doubtful.length > 0 };
}

function agreed({ findings, consulted = NOTHING }: MessageEvent): Heard {
  const { details } = consulted;
  return {
    findings: findings.filter(({ kind }) => kind === 'agree'),
    consulted: {
      ...consulted,
      reply: { type: 'none' },
      details: { ...details, wish: null, givesUp: false, corrects: false },
    },
    doubtful: false,
  };
}

/** Heard in words that say something else here, whatever stands beside them. */
function isMisheard(finding: Finding, text: string): boolean {
  if (finding.kind === 'suggestion') return SOON_WELL.test(text.slice(...finding.span));
  if (finding.kind === 'unreadable') return AGE.test(text) || (isModels(finding) && WORDS.test(text));
  return finding.kind === 'opt_out' && isModels(finding) && CALL_OFF.test(text);
}

/** 跟机器说话不得劲，转人工: tells why a person is wanted, and complains of nobody. */
function isOfTheMachine({ kind, span }: Finding, { findings, text }: MessageEvent): boolean {
  return kind === 'complaint' && MACHINE.test(text.slice(...span)) && findings.some((one) => one.kind === 'human');
}
const MACHINE = /(?:跟|和|与|同|对着|對著)(?:你们|你們|个|這|这)?(?:机器|機器|自动|自動|AI|电脑|電腦)/iu;

function isSobered(finding: Finding, forDesk: boolean): boolean {
  return OPINIONS.has(finding.kind) && (isModels(finding) || (forDesk && finding.kind === 'praise'));
}

/** Found by the model alone. */
export const isModels = ({ evidence }: Finding): boolean => evidence.startsWith('model.');
const OPINIONS: ReadonlySet<FindingKind> = new Set([
  'threat',
  'complaint',
  'praise',
  'suggestion',
  'beyond_authority',
  'abuse',
  'medical_question',
  'unreadable',
]);
/** 血常规多久出结果 asks for a result, and for none of a complaint; "which department should I see" for no name. */
const TALK: ReadonlySet<FindingKind> = new Set(['complaint_status', 'who_are_you']);

/** 被狗咬了一口: words, however few. */
const WORDS = /\p{Script=Han}{3}/u;
/** 取消 alone is about an appointment, made or not, and never about our messages. */
const CALL_OFF = /^[^,，。]{0,6}取消[^,，。]{0,6}$|^[^,，。]{0,4}(?:不约|不挂)了|^我?[要想]?退(?:个|一下)?(?:号|约)/u;

/** 坐一会儿就好了 tells how it passes, and wishes for nothing. */
const SOON_WELL = /(?:会儿?|一下|一觉|歇歇?|躺躺?|几秒钟?|甩一?甩)就好/u;

/** 6岁, 3个月: no noise where the patient's age matters. */
const AGE = /^\D{0,6}\d{1,3} ?(?:岁|歲|个月|個月|周岁|years?)/u;

/** 复印要多少钱, 一天最多收多少 is a question where it sounds like a wish or a complaint too. */
function isQuestionToo({ kind, span }: Finding, all: readonly Finding[], text: string): boolean {
  if (kind !== 'suggestion' && kind !== 'complaint') return false;
  if (ASKS_HOW_MUCH.test(text.slice(...span))) return true;
  return all.some((other) => other.kind === 'hospital_question' && other.span[0] < span[1] && span[0] < other.span[1]);
}
const ASKS_HOW_MUCH = /(?:多少|几块|多久|几点)[^,，。]{0,3}[?？]?$/u;

/**
 * No rule saw it, and the model is not sure, in a message that asks which department to see, or that tells of something slight
 * or of long standing: its trouble is answered as one.
 */
const FAINT = 0.9;
function isFaintDanger(finding: Finding, text: string, asksDepartment: boolean): boolean {
  if (!isModels(finding) || finding.confidence >= FAINT) return false;
  if (finding.kind === 'self_harm') return asksDepartment && !OF_LIFE.test(text);
  return finding.kind === 'emergency' && (asksDepartment || (SLIGHT.test(text) && !SUDDEN.test(text)));
}
/** Who speaks of life, death or despair is asked, whatever else is asked of us. */
const OF_LIFE =
  /死|活|命|不想|想不开|结束|解脱|消失|醒|自杀|自殺|轻生|輕生|自残|没意思|绝望|絕望|哭|累赘|撑|熬|安眠药|刀|\b(?:die|dead|life|live|kill|harm)\b/iu;
const SLIGHT =
  /一点点|有点儿?|稍微|轻微|不(?:太疼|太痛|厉害|严重|多)|偶尔|有时候?|时不时|时好时坏|(?:过|缓|歇|坐|躺|等)[^,，。]{0,6}就好|好几[回次]|老毛病|反复|经常|老是|总是|每次|每天早|早[上起晨]|好(?:几)?(?:个月|年|长时间)|[几两二三四五六七八九十半\d]个?多?(?:月|年|星期|礼拜)了?|一阵子|最近/u;
const SUDDEN =
  /突然|忽然|一下子|刚刚?(?:才)?|这会|现在|马上|止不住|不停|一直流|大量|很多血|喷|一(?:马桶|盆|滩|大)|没(?:有)?力气|没劲|[烧燒]|烫|燙|咬|吞|误食|中毒|触电|站不|起不来|叫不|喊不|喘不|憋|昏|晕(?:倒|过去|死)|抽(?:搐|了|起来|筋)|不省|说不出|发紫|发白|冷汗|剧|厉害|要命|高烧|怀孕|孕|新生儿|[天周]大|刚生|出生/u;

/** Who praises or complains of what was done to a body tells no trouble. */
function withoutOpinion(consulted: Consulted, findings: readonly Finding[]): Consulted {
  if (consulted.reply.type !== 'departments' || consulted.asksDepartment) return consulted;
  const opinion = findings.some((finding) => JUDGED.has(finding.kind) && !isModels(finding));
  return opinion ? { ...consulted, reply: { type: 'none' } } : consulted;
}
const JUDGED: ReadonlySet<FindingKind> = new Set(['praise', 'complaint', 'suggestion', 'threat', 'abuse']);

/** 好的，谢谢 is no question, whatever entry comes near to it; a greeting or thanks around a question changes nothing. */
function withoutCourtesy(consulted: Consulted, findings: readonly Finding[], text: string): Consulted {
  const { reply } = consulted;
  if (reply.type === 'none') return consulted;
  const asks = ASKS.test(text);
  const counts = (finding: Finding): boolean =>
    finding.confidence >= ACT && !finding.evidence.startsWith('courtesy.') && !(asks && isModels(finding));
  const sure = findings.filter(counts).map(({ kind }) => kind);
  if (findings.some(({ kind, confidence }) => kind === 'hospital_question' && confidence >= ACT)) return consulted;
  const unsure = reply.type === 'choose' || reply.type === 'unanswered';
  const said = sure.some((kind) => (unsure ? COURTESIES : WORDLESS).includes(kind)) || LEARNT.test(text);
  return said ? { ...consulted, reply: { type: 'none' } } : consulted;
}
const ASKS = /[吗嗎么?？]|有没有|有沒有|能不能|可不可以|怎么|咋|多少|哪|几点|啥|什么/u;
/** 谢谢，知道怎么走了. */
const LEARNT =
  /^(?:好的?|嗯|谢谢?你?|謝謝)?[，,\s]*(?:我)?(?:知道|明白|清楚|晓得|了解)[^，,。?？]{0,8}了[。！!～~]*(?:谢谢你?们?)?$/u;
/** 可以, a picture: no words that an entry could answer. */
const WORDLESS: readonly FindingKind[] = ['agree', 'decline', 'unreadable'];
const COURTESIES: readonly FindingKind[] = [
  'agree',
  'decline',
  'refuse',
  'thanks',
  'greeting',
  'farewell',
  'apology',
  'who_are_you',
];

/** The message gives facts for an appointment. */
function isForDesk(state: State, { details }: Consulted): boolean {
  const { wish, departments, doctors, days, name, phone } = details;
  const facts = departments.length + doctors.length + days.length > 0 || name !== null || phone !== null;
  return facts && (wish !== null || state === 'booking' || state === 'confirming');
}
