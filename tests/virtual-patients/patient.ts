import { DAY, HOUR, MINUTE } from '../../src/domain/clock.ts';
import type { Language } from '../../src/domain/language.ts';
import { OUTCOMES } from '../../src/domain/vocabulary.ts';
import type { Dialogue, DialogueTurn } from '../../src/evaluate/dialogue.ts';
import { isoLocal } from '../../src/evaluate/iso-local.ts';
import { OPT_OUTS, RED_FLAGS, SELF_HARM } from './certain.lists.ts';
import type { Chance } from './chance.ts';
import type { Messages } from './messages.ts';
import { FREQUENCY, TEMPERS, type Temper } from './temper.ts';
import { withTypo } from './typos.ts';

const ZONE = 'Asia/Shanghai';
/** In the order in which the follow-up asks. */
const STAGES = ['opening', 'doctor', 'nurse', 'overall', 'suggestions', 'none'] as const;
const MOST_TURNS = 9;
const SILENCES = ['PT20M', 'PT5H', 'PT25H', 'PT50H', 'PT74H', 'P5D', 'P9D'] as const;
/** What somebody who makes an appointment says, and what they ask back. */
const BOOKING = [
  '我想挂号',
  '骨科',
  '心内科',
  '明天上午',
  '下周三',
  '王小明',
  '13812345678',
  '确认',
  '对的',
  '取消',
  '换一天',
  '可以',
  '多少钱',
  'yes',
  'tomorrow morning',
];
const STAFF_WORDS = ['您好，我是3号工作人员。', '已经帮您登记了。', '您方便接电话吗？'];
const UNDELIVERED = ['opted_out', 'unreachable', 'expired', 'failed', 'uncertain'] as const;

/** What is known of the patient while the script is written. */
interface Writing {
  readonly chance: Chance;
  readonly messages: Messages;
  readonly temper: Temper;
  readonly lang: Language;
  readonly flow: Dialogue['flow'];
  stage: number;
  /** Staff have the talk, as far as the script goes. */
  staff: boolean;
}

/** A patient who never was: who they are, and everything that happens, as a dialogue. */
export function patientOf(chance: Chance, messages: Messages, id: string): Dialogue {
  const flow = chance.in(0.75) ? 'followup' : 'consultation';
  const lang = chance.weighted<Language>({ 'zh-CN': 6, 'zh-TW': 2, en: 2 });
  const name = chance.weighted(FREQUENCY);
  const writing: Writing = { chance, messages, temper: TEMPERS[name], lang, flow, stage: 0, staff: false };
  const length = 1 + chance.below(MOST_TURNS);
  const now = Date.parse('2026-11-02T09:00:00+08:00') + chance.below(60) * DAY + chance.below(12 * 60) * MINUTE;
  const turns = Array.from({ length }, () => turnOf(writing));
  const first = flow === 'consultation' ? [textOf(writing)] : [];
  const channel =
    flow === 'followup' ? chance.pick(['sms', 'telegram'] as const) : chance.pick(['sms', 'web', 'telegram'] as const);
  return {
    id,
    flow,
    channel,
    lang,
    now: isoLocal(now, ZONE),
    ...(flow === 'followup' ? { patient: recordOf(lang, isoLocal(now - 4 * DAY - HOUR, ZONE)) } : {}),
    turns: [...first, ...turns],
    tags: [name],
    expect: {},
  };
}

function recordOf(lang: Language, discharged: string): Dialogue['patient'] {
  const name = lang === 'en' ? 'Chen Xiaohua' : '陈晓华';
  return { name, gender: 'female', phone: '+8613800000001', department: '骨科', dischargedOn: discharged.slice(0, 10) };
}

function turnOf(writing: Writing): DialogueTurn {
  const { chance, temper } = writing;
  const happens = chance.weighted({ text: 1, silence: temper.silence, burst: temper.bursts, staff: 0.08, lost: 0.03 });
  switch (happens) {
    case 'text':
      return textOf(writing);
    case 'silence':
      return { wait: chance.pick(SILENCES) };
    case 'burst':
      return { burst: Array.from({ length: 2 + chance.below(3) }, () => textOf(writing)) };
    case 'staff':
      return staffTurn(writing);
    case 'lost':
      return { undelivered: chance.pick(UNDELIVERED) };
  }
}

/** Staff take a talk before they do anything in it; sometimes they try without. */
function staffTurn(writing: Writing): DialogueTurn {
  const { chance } = writing;
  if (!writing.staff && chance.in(0.9)) {
    writing.staff = true;
    return { staff: 'claim' };
  }
  const act = chance.weighted({ reply: 4, handBack: 4, close: 2, release: 1 });
  writing.staff = act === 'reply';
  if (act === 'reply') return { staff: act, text: chance.pick(STAFF_WORDS) };
  return act === 'close' ? { staff: act, outcome: chance.pick(OUTCOMES) } : { staff: act };
}

function textOf(writing: Writing): string {
  const { chance, temper } = writing;
  if (chance.in(0.02)) return chance.pick(RED_FLAGS);
  if (chance.in(0.01)) return chance.pick(SELF_HARM);
  if (chance.in(0.02)) return chance.pick(OPT_OUTS);
  const text = wordsOf(writing);
  return chance.in(temper.typos) ? withTypo(text, chance) : text;
}

function wordsOf(writing: Writing): string {
  const { chance, messages, temper, flow } = writing;
  const lang = chance.in(0.04) ? chance.pick(['zh-CN', 'zh-TW', 'en'] as const) : writing.lang;
  if (chance.in(0.08)) return messages.any(chance, lang);
  if (!chance.in(temper.toTheQuestion)) return messages.meaning(chance, lang, chance.pick(temper.otherwise));
  if (flow === 'consultation') return inquiryOf(writing, lang);
  const stage = STAGES[writing.stage] ?? 'none';
  if (chance.in(0.75)) writing.stage += 1;
  return messages.at(chance, lang, stage);
}

function inquiryOf({ chance, messages }: Writing, lang: Language): string {
  const about = chance.weighted({ asks: 3, ails: 3, books: 4, hospital: 2 });
  if (about === 'books') return chance.pick(BOOKING);
  if (about === 'hospital') return messages.meaning(chance, lang, chance.pick(['hospital_question', 'appointment']));
  return messages.inquiry(chance, about);
}
