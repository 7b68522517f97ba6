import type { Finding, PlainFinding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { bare } from '../scope.ts';
import { guarded } from '../sieve/guarded.ts';
import { firstHit, type Hit, plainFinding, wholeOf } from './hits.ts';
import {
  BANNED_ACT,
  DISTURB,
  LATER,
  LIMITED,
  LIMITED_EN,
  NOT_US,
  OPT_IN,
  OPT_IN_WORDS,
  OPT_OUT_EN,
  OPT_OUT_WORDS,
  OTHER_WORD,
  REMOVAL,
} from './opt-out.lists.ts';

const TRIGGER = guarded(
  /receive|hear from|no more|contacted|[发打联传寄退拒黑删移名停收订骚拉关需轰]|取消|send|stop|text|messag|contact|call|remove|unsub|opt|subscri|start|block|delete|take|lose/,
);
/** Latin words that are whole messages are short. */
const MAX_WORD = 12;

/** Situation 25 and its counterpart, opting in. */
export function readOptOut(n: Normalised): readonly Finding[] {
  const word = n.text.length <= MAX_WORD + 4 ? bare(n.text) : '';
  if (OPT_OUT_WORDS.has(word)) {
    return [plainFinding(n, wholeOf(n), { kind: 'opt_out', confidence: 0.98, evidence: 'optout.word' })];
  }
  if (OPT_IN_WORDS.has(word)) {
    return [plainFinding(n, wholeOf(n), { kind: 'opt_in', confidence: 0.95, evidence: 'optin.word' })];
  }
  if (!TRIGGER.test(n)) return [];
  const found = optIn(n) ?? removal(n) ?? bannedAct(n) ?? english(n);
  return found === null ? [] : [found];
}

function optIn(n: Normalised): PlainFinding | null {
  const match = OPT_IN.exec(n);
  if (match === null || /[不别没未甭]/.test(n.text.slice(Math.max(0, match.index - 3), match.index))) return null;
  const hit = { start: match.index, end: match.index + match[0].length };
  return plainFinding(n, hit, { kind: 'opt_in', confidence: 0.85, evidence: 'optin.wording' });
}

function removal(n: Normalised): PlainFinding | null {
  const hit = firstHit(n, REMOVAL, ({ text, scope: { clause, before, after } }) => {
    if (/(?:不|没|没有|别|不会|不用|不想)$/.test(before) && !text.startsWith('不')) return false;
    if (/^(?:是什么|什么意思|是啥|啥意思)/.test(after)) return false;
    if (text === '拉黑' && !blocks(n, clause.text)) return false;
    return !/护士|医生|大夫|病历|医保|写错|登记|挂号|预约/.test(clause.text);
  });
  return hit === null ? null : plainFinding(n, hit, { kind: 'opt_out', confidence: 0.95, evidence: 'optout.removal' });
}

/**
 * 拉黑 is the act only with whom or what it blocks, as a threat or alone; the same characters tell of black stools (拉黑便, 这两天拉黑).
 */
function blocks(n: Normalised, clause: string): boolean {
  if (
    /拉黑(?:便|屎|色|的|大便|水|稀)|(?:住院|大便|肚子|[这那前][两几一]?[天阵]|天天|一直|还在|又|昨天|早上|便|屎)[^,。把]{0,6}拉黑/.test(
      clause,
    )
  )
    return false;
  return (
    bare(clause.replace(/[了吧掉啊的算,我直接给]/g, '')).length <= 3 ||
    /把|就|要|直接|已|你|号|短信|电话|发|打|名单|给我|骚扰/.test(n.text)
  );
}

const FOREVER = /以后|再也|永远|今后|往后/;

function bannedAct(n: Normalised): PlainFinding | null {
  const hit = firstHit(n, BANNED_ACT, (one) => forbids(n, one) && lasting(n, one));
  if (hit === null) return null;
  // 打扰 and 骚扰 ask to be left alone: no word of removal, so it is asked first.
  const vague = hit.text.endsWith('骚扰') || (hit.text.endsWith('打') && DISTURB.test(hit.scope.after));
  return plainFinding(n, hit, { kind: 'opt_out', confidence: vague ? 0.65 : 0.92, evidence: 'optout.ban' });
}

/** The ban is one, and what is banned is writing or calling by us. */
function forbids(n: Normalised, { text, scope: { clause, before, after } }: Hit): boolean {
  // 不好 forbids in Cantonese (唔好) alone; 要不要打 is a question.
  if (text.startsWith('不好') && !n.original.includes('唔')) return false;
  if (text.startsWith('不') && /[要用需能可]$/.test(before)) return false;
  if (OTHER_WORD.test(after) || NOT_US.test(clause.text)) return false;
  return !(text.endsWith('联系') && /^(?:不上|他(?!们))/.test(after));
}

/** Meant for good, not for now. */
function lasting(n: Normalised, { text, end, scope: { clause, before, after } }: Hit): boolean {
  const forGood = FOREVER.test(clause.text);
  if (!forGood && LATER.test(n.text.slice(end))) return false;
  if (forGood || text.includes('再')) return true;
  if (LIMITED.test(before) || LIMITED.test(text.slice(1))) return false;
  if (/^(?:少|不用|不必|不需要)/.test(text) && !text.endsWith('send')) return false;
  return !text.endsWith('骚扰') && !(text.endsWith('打') && DISTURB.test(after));
}

function english(n: Normalised): PlainFinding | null {
  const hit = firstHit(n, OPT_OUT_EN, ({ text, scope: { clause, before } }) => {
    if (LIMITED_EN.test(clause.text) && !/again|ever|any ?more/.test(clause.text)) return false;
    const ours = !/remove|take|delete|erase/.test(text) || /\b(?:me|my|number|phone|list|contact)\b/.test(clause.text);
    if (!ours || /stitch|catheter|drain|blood|medicine|tablet|pill/.test(clause.text)) return false;
    return !/\b(?:didn'?t|nurse|doctor|they)(?: \w{1,20}){0,8}$/.test(before);
  });
  return hit === null ? null : plainFinding(n, hit, { kind: 'opt_out', confidence: 0.92, evidence: 'optout.en' });
}
