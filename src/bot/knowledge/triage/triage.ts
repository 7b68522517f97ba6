import type { Knowledge } from '../knowledge.types.ts';
import { adjusted } from './adjust.ts';
import { type Reading, readMessage } from './reading.ts';
import { type Roster, rosterOf } from './roster.ts';
import {
  TROUBLE,
  type Triage,
  type TriageModel,
  type TriageResult,
  type TriageSuggestion,
  WHETHER,
  WHICH,
} from './triage.types.ts';
import { type Lists, listsOf, votesOf } from './votes.ts';
import { namesOf, wishesOf } from './wishes.ts';

// Chosen on corpus/triage/development.jsonl.
/** How far a clause that stands out lifts the whole message. */
const CLAUSE = 0.2;
/** From this margin on a clause by itself tells a trouble of its specialty. */
const OF_ITS_OWN = 0.4;
/** What a word of the hospital's own lists adds to the margin: its people wrote it. */
const OWN_LIST = 0.9;
/** A whole word of four characters of its list stands for this margin above −1, whatever the model says. */
const LISTED = 1.4;
/** What being asked for by name adds. */
const WISH = 1.6;
/** From this margin on a message tells a trouble: as it is, with a word of the hospital's lists, where it asks for a department or a fact. */
const TROUBLE_LEAST = { plain: -0.35, listed: -0.7, asked: -0.9, fact: 0.1 };
/** A specialty that is nearly sure shows a trouble too: from this far below its border. */
const KNOWN = 0.3;
const MOST_KNOWN = 0.9;
const FACT =
  /多少钱|几块|价格|收费|费用|贵不贵|免费|几楼|几层|几点|在哪(?!疼|难受)|怎么走|报销|报多少|能报|医保|预约|电话|发票|复印|坐诊|出诊|(?:几点|医生|大夫|周.|科|今天|明天|还)上班|上班(?:吗|不|没|时间)|下班|探视|押金|手续|证明|材料|停车|多久能|几天能|主任|专家|哪个医生|哪个大夫|医生好|能[^,。]{1,8}吗|可以[^,。]{1,8}吗|住院(?!部)|病房|陪护|丢了|补办|忘在|落在|丢在|是什么|什么是|怎么引起|根治|会传染|传染多久|注意什么|有必要|什么时候|要多久|一定要|擅长|有没有|多久|多长时间|有[^,。]{1,6}吗|憋尿吗|寄(?!生)|住过|住的院|住着|陪过床|(?:做|看)过(?:体检|胃镜|肠镜|手术)?$|生的孩子|上次看的|有货|套餐|投诉|带[^,。]{1,6}吗|要带|带什么|报告(?!看不懂|异常|说|写|提示|箭头)|(?:要|住|等|提前|隔)几[天周]|几[天周](?:出|能|拿|查|冲|之前|做|到)|(?:用|要|要不要|需要|不用)空腹|空腹(?:吗|不|多久)|几针|贵[吗不]|怎么[约留喝挂取查送调]|带不带|去哪[办取]|花费|价位|多少(?:钱|$)|出结果|结果(?:哪|去|在|手机|怎)|报名|窗口|绑卡|挂个?号$|挂号(?:要|流程|吗|不)|搬哪|归谁|取消|改期|流程|安全吗|人多|床位|取片|盖章|空位|哪买|要挂号|收费|电话|公众号|放假|开不开|要不要(?:带|憋|预约|家属)|\bdocuments?\b|\binsurance\b|\bcard\b|\bprocedure\b|\bvisit\b|\bhow (?:much|long)|\bwhere\b|\bprice|\bfee\b|\bcost/;
/** A second and a third department are named as far behind the first, and not below LEAST. */
const BEHIND = 1.3;
const LEAST = -1;
const MOST_SUGGESTED = 3;
/** Sure: a margin of its own, and a lead over the second. */
const SURE = { margin: 0.05, lead: 0.6 };
const EMERGENCY_LIKELY = -0.6;
/** Steepness of margin → score. */
const STEEP = 2.2;

/**
 * Symptom → department of this hospital: a trained model over generic specialties, the hospital's own `treats`, and what is
 * told of the patient. Reads the knowledge once; a message takes well below a millisecond. Suggests, never diagnoses.
 */
export function createTriage(knowledge: Knowledge, model: TriageModel): Triage {
  const roster = rosterOf(knowledge);
  const hospital: Hospital = { roster, lists: listsOf(knowledge, roster.open) };
  const names = namesOf(knowledge, roster.open);
  return (message) => {
    const reading = readMessage(message);
    const { asksDepartment } = reading;
    const margins = marginsOf(model, reading);
    const { margins: lifted, unknown } = voted(hospital, reading, margins);
    const listed = votesOf(hospital.lists, reading.text).size > 0;
    if (!tells(reading, margins, listed)) return { asksDepartment, tellsTrouble: false, suggestions: [], sure: false };
    const scores = scoresOf(hospital, adjusted(lifted, reading), unknown);
    for (const id of wishesOf(names, reading.text)) scores.set(id, (scores.get(id) ?? -1) + WISH);
    return result(reading, scores);
  };
}

interface Hospital {
  readonly roster: Roster;
  readonly lists: Lists;
}

interface Voted {
  readonly margins: ReadonlyMap<string, number>;
  /** Departments of no specialty we know, by their own list. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** The margin of every specialty: of the whole message, lifted by the clause that stands out most. */
function marginsOf(model: TriageModel, { whole: message, core, parts, signs }: Reading): ReadonlyMap<string, number> {
  const whole = model.score(core, WHICH, signs);
  const margins = new Map(Object.entries(whole));
  const lift = (name: string, margin: number) => margins.set(name, Math.max(margins.get(name) ?? margin, margin));
  const tops: string[] = [];
  for (const part of parts) {
    const scores = Object.entries(model.score(part, WHICH, signs));
    for (const [name, margin] of scores) {
      const base = whole[name] ?? 0;
      lift(name, base + CLAUSE * Math.max(0, margin - base));
    }
    const [top] = scores.sort(([, a], [, b]) => b - a);
    if (top !== undefined && top[1] >= OF_ITS_OWN) tops.push(top[0]);
  }
  // 牙疼，脚也崴了: each clause tells a trouble of its own, and both are named.
  const best = Math.max(...margins.values());
  for (const name of new Set(tops)) lift(name, best - BEHIND / 2);
  margins.set(TROUBLE, model.score(message, WHETHER, signs)[TROUBLE] ?? -1);
  return margins;
}

/** A question about prices, places, papers names illnesses without telling any; a word of the hospital's lists helps otherwise. */
function tells(
  { asksDepartment, text, whole }: Reading,
  margins: ReadonlyMap<string, number>,
  listed: boolean,
): boolean {
  if (text.length < 1) return false;
  const [, best] = likeliest(margins, () => true);
  const told = (margins.get(TROUBLE) ?? -1) + Math.min(Math.max(0, best + KNOWN), MOST_KNOWN);
  if (asksDepartment && text.length >= 2) return told >= TROUBLE_LEAST.asked;
  if (FACT.test(whole)) return (margins.get(TROUBLE) ?? -1) >= TROUBLE_LEAST.fact;
  return told >= (listed ? TROUBLE_LEAST.listed : TROUBLE_LEAST.plain);
}

/** The margins with what the hospital's lists say: a vote goes to the likeliest specialty of the department. */
function voted({ roster, lists }: Hospital, { text }: Reading, margins: ReadonlyMap<string, number>): Voted {
  const lifted = new Map(margins);
  const unknown = new Map<string, number>();
  const emergency = roster.departmentOf.get('emergency');
  for (const [id, vote] of votesOf(lists, text)) {
    const [specialty, margin] = likeliest(margins, (each) => roster.departmentOf.get(each) === id);
    // The list of the emergency department is of dangers, which are read elsewhere: here it only confirms.
    if (id === emergency && margin < EMERGENCY_LIKELY) continue;
    if (specialty === undefined) unknown.set(id, LISTED * vote - 1);
    else lifted.set(specialty, Math.max(margin + OWN_LIST * vote, LISTED * vote - 1));
  }
  return { margins: lifted, unknown };
}

/** The specialty of the largest margin among those that count. */
function likeliest(
  margins: ReadonlyMap<string, number>,
  counts: (specialty: string) => boolean,
): readonly [string | undefined, number] {
  let found: readonly [string | undefined, number] = [undefined, -1];
  for (const [specialty, margin] of margins) {
    if (specialty === TROUBLE || !counts(specialty)) continue;
    if (found[0] === undefined || margin > found[1]) found = [specialty, margin];
  }
  return found;
}

/** The margin of each department: of its best specialty. */
function scoresOf(
  { roster }: Hospital,
  margins: ReadonlyMap<string, number>,
  unknown: ReadonlyMap<string, number>,
): Map<string, number> {
  const scores = new Map(unknown);
  for (const [specialty, margin] of margins) {
    const id = roster.departmentOf.get(specialty);
    if (id !== undefined) scores.set(id, Math.max(scores.get(id) ?? margin, margin));
  }
  return scores;
}

function result({ asksDepartment }: Reading, scored: ReadonlyMap<string, number>): TriageResult {
  const ranked = [...scored].sort(([, a], [, b]) => b - a);
  const best = ranked[0]?.[1] ?? -1;
  const kept = ranked.slice(0, MOST_SUGGESTED).filter(([, margin]) => margin >= best - BEHIND && margin >= LEAST);
  const second = ranked[1]?.[1] ?? -1;
  const suggestions = kept.map(([department, margin]): TriageSuggestion => ({ department, score: scoreOf(margin) }));
  const sure = best >= SURE.margin && best - second >= SURE.lead;
  return { asksDepartment, tellsTrouble: true, suggestions, sure };
}

function scoreOf(margin: number): number {
  return 1 / (1 + Math.exp(-STEEP * margin));
}
