import type { Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { isConsultation } from '../setting.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

const ALL = '(?:全部?|都|通通|统统|一起|光)';
/** All of a medicine is gone: 药都吃完了, 把药全吃了. */
const TAKEN = guarded(
  new RegExp(
    `药[^!?;。]{0,8}?${ALL}(?:给|都|让(?:他|我))?(?:吃|吞|服|喝|咽)(?:下去?|进去|完|光|掉)?了?|药[^!?;。]{0,6}?(?:吃|吞|服|喝)(?:光|完)了?,?[^!?;。]{0,2}(?:全|都)|药[^!?;。]{0,6}?(?:吃|吞|服|喝)光|药[^!?;。]{0,6}?(?:一次性?|一下子?|一口气|一股脑)(?:就|都|全|给){0,2}(?:吃|吞|服|喝)(?:完|光|下去|掉)`,
  ),
);
/** At one time, or by a child. */
const AT_ONCE =
  /一次(?!吃[\d一二两三四五六]?[片粒颗])|一下|一口气|一股脑|一把(?!年纪)|整[瓶盒板]|一整?[瓶盒板]|半瓶|好几[瓶盒板]|一个月的|一周的|几天的|同时|[把将][^,!?;。]{0,6}药[^,!?;。]{0,3}(?:全|都)|孩子|小孩|娃|宝宝|孙子|孙女/;
/** Taken as prescribed, to the end. */
const AS_TOLD =
  /按时|按医嘱|遵医嘱|听医生|每天|天天|疗程|一天[\d一二两三]|[早中晚饭]后|效果|好多了|好了|恢复|管用|没用|不见|没效|开完|中药|停了/;
/** Not taken, or only supposed. */
const NOT_TAKEN =
  /没[^,!?;。]{0,3}(?:吃|服|喝)|不(?:想|肯|愿意?|能|会|敢|用|要)[^,!?;。]{0,3}(?:吃|服|喝)|如果|要是|能不能|可以|吐|[吃服喝]不/;

/** 药都吃完了，全吃了: a course that is over, or all at once. A matter for the ward in any case; for an ambulance in doubt. */
export const readMedicineTaken: ReadCertain = ({ n, context }, found) => {
  const hit = TAKEN.exec(n);
  if (hit === null || AS_TOLD.test(n.text) || NOT_TAKEN.test(n.text)) return null;
  const atOnce = AT_ONCE.test(n.text);
  // That the ward is asked something is only a guess beside a whole medicine taken at once.
  const isBeside = (one: Finding) => isGuess(one) && (isTalk(one) || (atOnce && one.kind === 'medical_question'));
  if (isConsultation(context) || found.some((one) => isKnown(one) && !isBeside(one))) return null;
  return { adds: [atOnce ? overdose(n) : question(n)], drops: isBeside };
};

const KNOWN: ReadonlySet<string> = new Set([
  'emergency',
  'self_harm',
  'medical_question',
  'complaint',
  'beyond_authority',
]);

function isKnown({ kind, confidence }: Finding): boolean {
  return KNOWN.has(kind) && confidence >= 0.5;
}

function isTalk({ kind }: Finding): boolean {
  return kind === 'off_topic' || kind === 'unreadable' || kind === 'no_opinion';
}

type Text = RulesReading['n'];

/** In doubt: the emergency text with the question whether it is so (situation 27). */
function overdose(n: Text): Finding {
  return { ...read(n), kind: 'emergency', tier: 'low', confidence: 0.6, evidence: 'certain.medicine_at_once' };
}

function question(n: Text): Finding {
  return { ...read(n), kind: 'medical_question', text: n.original, evidence: 'certain.medicine_taken' };
}

function read(n: Text) {
  return { span: spanOf(n, 0, n.text.length), confidence: 0.82 };
}
