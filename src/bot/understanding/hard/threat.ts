import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { type Guarded, guarded } from '../sieve/guarded.ts';
import { firstHit, plainFinding } from './hits.ts';
import {
  AUTHORITY_THREAT,
  HARMLESS,
  HOTLINE,
  LEGAL_THREAT,
  MEDIA_THREAT,
  NO_THREAT,
  THREAT_EN,
  VIOLENCE,
} from './threat.lists.ts';

const TRIGGER = guarded(
  /[带鉴管坐门卫访市纪消物政警派检举揭告诉律法曝爆媒记报抖网圈博群砍杀弄打砸烧炸闹瞧等完心堵横录视差脸料搜立议会网频兜刀棍斧锤油]|12|315|1999|上级|省里|上面|法律|sue|lawyer|court|press|media|news|report|online|kill|post|legal|public|attorney|police|regret|review|ministry|complaint|facebook|hurt|beat|burn|solicitor|legal|newspaper|ombudsman|tv|12345/,
);

const KINDS: readonly (readonly [Guarded, string, number])[] = [
  [HOTLINE, 'threat.hotline', 0.93],
  [AUTHORITY_THREAT, 'threat.authority', 0.92],
  [LEGAL_THREAT, 'threat.legal', 0.92],
  [MEDIA_THREAT, 'threat.media', 0.92],
  [VIOLENCE, 'threat.violence', 0.9],
  [THREAT_EN, 'threat.en', 0.92],
];

/** Situation 12. What was done already ("打过12345了") counts: it is to be reported at once as well. */
export function readThreat(n: Normalised): readonly Finding[] {
  if (!TRIGGER.test(n)) return [];
  for (const [pattern, evidence, confidence] of KINDS) {
    const hit = firstHit(n, pattern, ({ text, scope }) => {
      if (NO_THREAT.test(scope.before)) return false;
      if (evidence !== 'threat.violence' && HARMLESS.test(scope.clause.text)) return false;
      if (evidence === 'threat.hotline' && !CALLS.test(scope.clause.text)) return false;
      // An authority alone is a place; the wish to tell it makes the threat.
      return evidence !== 'threat.authority' || TELLS.test(scope.clause.text) || TELLS.test(text);
    });
    if (hit !== null) return [plainFinding(n, hit, { kind: 'threat', confidence, evidence })];
  }
  return [];
}

/** A hotline's number threatens beside a verb of calling or complaining: else it is a ward, a price, the end of a record number. */
const CALLS = /(?:打|拨|找|投诉|告|举报|反映|向|去|给|上|问|叫|联系|见|等|热线|电话|call|report|complain|dial|ring)/;

const TELLS =
  /(?:委|局|院|会|办)见|等着|我有|我知道|门口|管|收拾|治|协会|立委|议员|告|投诉|举报|反映|申诉|检举|闹|说理|讨个?说法|查(?:你|他|一查|处)|评理|热线|信箱|揭发|上访|信访|警|110|纪委|控|市长|消协|派出所/;
