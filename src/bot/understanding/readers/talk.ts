import type { Finding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { gapped } from './gapped.ts';
import { asksOn, fragmentsOf } from './opening.ts';
import type { Part } from './part.types.ts';
import { coreOf, match, plain, whole } from './patterns.ts';
import {
  APOLOGY,
  BOT,
  CHAT,
  DOUBT,
  FAREWELL,
  GREETING,
  IDENTITY,
  LOST,
  REFUSAL,
  REFUSAL_SHORT,
  STATUS,
  STATUS_NOT,
  SURVEYED,
  THANKS,
  THANKS_NOT,
} from './talk.lists.ts';

const A_BOT = guarded(BOT);
const NO_THANKS = guarded(THANKS_NOT);

/** Everything that is talk about the talk: who we are, doubts, thanks, refusals, chat (situations 10, 14–20, 24, 31). */
export function readTalk(n: Normalised, parts: readonly Part[], ctx: UnderstandContext): readonly Finding[] {
  const { text } = n;
  const core = coreOf(text);
  const about = parts.some((part) => part.roles.length > 0);
  const found: (Finding | null)[] = [
    readStatus(n),
    readWho(n),
    about && !/你们?/.test(text) ? null : match(n, 'scam_doubt', DOUBT, [0.85, 'talk.doubt']),
    readLost(n, core, parts),
    match(n, 'already_surveyed', SURVEYED, [0.85, 'talk.surveyed']),
    NO_THANKS.test(n) ? null : match(n, 'thanks', THANKS, [0.9, 'talk.thanks']),
    match(n, 'apology', APOLOGY, [0.85, 'talk.apology']),
    match(n, 'greeting', GREETING, [0.9, 'talk.greeting']),
    match(n, 'farewell', FAREWELL, [0.85, 'talk.farewell']),
    readRefusal(n, core, parts, ctx),
    readChat(n, parts, ctx),
  ];
  return found.filter((finding) => finding !== null);
}

function readStatus(n: Normalised): Finding | null {
  return STATUS_NOT.test(n) ? null : match(n, 'complaint_status', STATUS, [0.85, 'talk.status']);
}

function readWho(n: Normalised): Finding | null {
  const bot = A_BOT.exec(n);
  const hit = bot ?? IDENTITY.exec(n);
  if (hit === null) return null;
  const span = spanOf(n, hit.index, hit.index + hit[0].length);
  return bot === null
    ? { kind: 'who_are_you', about: 'identity', span, confidence: 0.9, evidence: 'talk.who' }
    : { kind: 'who_are_you', about: 'bot', span, confidence: 0.9, evidence: 'talk.bot' };
}

/** "啥意思" is about our question, "医生说的听不懂" about the doctor. */
function readLost(n: Normalised, core: string, parts: readonly Part[]): Finding | null {
  if (
    /^[?]+$/.test(n.text.trim()) ||
    /^(?:什么|啥|嗯\?|what|huh|pardon|sorry|怎么|咋|什么鬼|啥玩意儿?|什么东西|何意|几个意思)$/.test(core)
  )
    return whole(n, 'not_understood', 0.85, 'talk.what');
  if (parts.some((part) => part.roles.length > 0 || part.faults.length > 0)) return null;
  return match(n, 'not_understood', LOST, [0.85, 'talk.lost']);
}

const ANNOYED = /^(?:烦死?了?|烦人|真烦|烦不烦|无聊|(?:烦|啰嗦|无聊|讨厌)(?:死|透|不烦|得很|人不|死人))$/;
const ENDS = /^(?:算了|不说了|不答了|不聊了|不谈了|不讲了|不想说了|不想答了|到此为止|就到这)(?:吧|啊|哈)?$/;

/** 算了，说着难受，不说了: one stretch ends the talk and none grades. */
function saysNoMore(n: Normalised, parts: readonly Part[]): boolean {
  if (parts.some((part) => part.verdicts.length + part.faults.length > 0)) return false;
  return fragmentsOf(gapped(n).text).some((fragment) => ENDS.test(fragment));
}

/** Not this time (situation 24). At free-text questions a bare 算了 or 不说了 only ends the question. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
function readRefusal(n: Normalised, core: string, parts: readonly Part[], ctx: UnderstandContext): Finding | null {
  const { schema } = ctx.question;
  if (
    schema !== 'free_text' &&
    schema !== 'reason' &&
    schema !== 'facts' &&
    schema !== 'yes_no' &&
    REFUSAL_SHORT.test(core)
  )
    return whole(n, 'refuse', 0.85, ANNOYED.test(core) ? 'talk.annoyed' : 'talk.refuse_short');
  if (
    /(?:医生|大夫|护士|他们|人家)[^,!?;。]{0,10}(?:忙|没空|没时间|懒得|不愿|不想|不肯)/.test(n.text) &&
    !/我(?:不|没|拒|懒)/.test(n.text)
  )
    return null;
  if (schema === 'rating' && saysNoMore(n, parts)) return whole(n, 'refuse', 0.85, 'talk.refuse_short');
  const hit = REFUSAL.exec(n);
  if (hit === null) return null;
  // 烦死了天天加班 快问吧: fed up with something, and ready all the same.
  if (ANNOYED.test(hit[0]) && asksOn(gapped(n).text)) return null;
  const evidence = ANNOYED.test(hit[0]) ? 'talk.annoyed' : /^不评/.test(hit[0]) ? 'talk.no_grade' : 'talk.refuse';
  return plain(n, 'refuse', { start: hit.index, end: hit.index + hit[0].length }, [0.85, evidence]);
}

function readChat(n: Normalised, parts: readonly Part[], ctx: UnderstandContext): Finding | null {
  if (ctx.question.schema === 'none' && ctx.closed) return null;
  if (parts.some((part) => part.roles.length > 0 || part.faults.length > 0 || part.scope.wish)) return null;
  return match(n, 'off_topic', CHAT, [0.85, 'talk.chat']);
}
