import { type EmergencyFinding, type Finding, NOTED } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { scopeOf } from '../scope.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import {
  HARM_DENIED,
  HARM_IDIOM,
  HARM_OTHERS,
  HARM_OVER,
  HARM_PAST,
  HARM_SIGNS_EN,
  HARM_SIGNS_ZH,
  type HarmSign,
} from './self-harm.lists.ts';

const TRIGGER_ZH = guarded(
  /[活死杀生跳割划吊药遗绳楼命解熬撑拖绝厌残伤短绝醒扛挺救刀剪]|天台|没了?我|作伴|世上|了断|那边|空气|下辈子|离开|别了|多余|累赘|负担|了结|结束|一了|意思|想不开|自己|盼头|坚持|告别|世界|做人|消失|存在|永远|一睡/,
);
const TRIGGER_EN = guarded(
  /suicid|kill|die|dead|live|liv|life|harm|hurt|cut|slit|hang|jump|end|go on|going on|better|disappear|point|reason|wak|exist|here|gone|pills|rope|miss me|born|alive|any ?more|anymore|over/,
);

/** Situation 28: at most one finding. Doubtful or past talk is `low`, which asks gently; what is denied or over is only noted. */
export function readSelfHarm(n: Normalised): readonly Finding[] {
  let best: EmergencyFinding | null = null;
  for (const sign of candidates(n)) {
    const found = read(n, sign);
    if (found !== null && found.confidence > (best?.confidence ?? 0)) best = found;
    if (best?.tier === 'high') break;
  }
  return best === null ? [] : [best];
}

/** Every sign that the message holds, however sure each is: 活着没意思，不如死了算了 has two. */
export function harmSigns(n: Normalised): readonly EmergencyFinding[] {
  return candidates(n).flatMap((sign) => read(n, sign) ?? []);
}

/** A sign with its pattern, which is only tried where it may match. */
interface Watched {
  readonly sign: HarmSign;
  readonly pattern: Guarded;
}
const watched = (sign: HarmSign): Watched => ({ sign, pattern: guarded(sign.pattern) });
const WATCHED_ZH = HARM_SIGNS_ZH.map(watched);
const WATCHED_EN = HARM_SIGNS_EN.map(watched);

function candidates(n: Normalised): readonly Watched[] {
  if (TRIGGER_ZH.test(n)) return WATCHED_ZH;
  return TRIGGER_EN.test(n) ? WATCHED_EN : [];
}

const CONFIDENCE = { high: 0.95, low: 0.6, noted: NOTED } as const;

function read(n: Normalised, { sign, pattern }: Watched): EmergencyFinding | null {
  let best: EmergencyFinding | null = null;
  for (const match of pattern.matches(n)) {
    const end = match.index + match[0].length;
    const tier = tierOf(n, sign, match.index, end);
    if (tier === null || CONFIDENCE[tier] <= (best?.confidence ?? 0)) continue;
    best = {
      kind: 'self_harm',
      tier: tier === 'high' ? 'high' : 'low',
      span: spanOf(n, match.index, end),
      confidence: CONFIDENCE[tier],
      evidence: sign.id,
    };
    if (tier === 'high') return best;
  }
  return best;
}

// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
function tierOf(n: Normalised, sign: HarmSign, start: number, end: number): keyof typeof CONFIDENCE | null {
  const scope = scopeOf(n, start, end);
  if (sign.unless?.test(scope.clause.text) === true || sign.excused?.test(n.text) === true) return null;
  if (degree(n.text.slice(start, end), scope.before)) return null;
  if (HARM_IDIOM.test(n.text)) return null;
  if (HARM_DENIED.test(scope.before)) return 'noted';
  if (HARM_OTHERS.test((scope.previous?.text ?? '') + scope.before)) return 'noted';
  if (HARM_PAST.test(n.text)) return HARM_OVER.test(n.text) ? 'noted' : 'low';
  if (HARM_OVER.test(n.text)) return 'low';
  // Worry about another's life is no plan, but must be asked about.
  if (/(?:怕|担心|害怕|会不会|是不是|worried|afraid)[^,。!?;\n]*$/.test(scope.before)) return 'low';
  return sign.tier;
}

/** 饭难吃得想死: dying as the degree of a thing. What hurts or weighs down is meant: 疼得想死. */
const DEGREE = /([^,。!?;\n])(?:得|到)(?:我|人|他|都|直|真|就|简直|快|差点|实在|只)*(?:想|要)?$/;
const SUFFERING = /[疼痛苦受折磨熬闷抑郁病]|难(?:受|过|熬)/;

function degree(hit: string, before: string): boolean {
  if (!/^(?:想|要|去|着|过)*死|^不想活/.test(hit)) return false;
  const told = DEGREE.exec(before);
  const of = before.slice(Math.max(0, before.length - 8));
  return told !== null && (!SUFFERING.test(of) || /难(?:吃|看|喝|听|闻|等|用)|等|排/.test(of));
}
