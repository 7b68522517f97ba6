import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import { readBusy } from './busy.ts';
import { coreOf, has, match, whole } from './patterns.ts';

/** No time in it: the flow takes the next day, same hour (situation 2). */
const VAGUE_TIME = guarded(
  /看情况|说不(?:准|好|定|清)|不(?:一定|确定|好说|知道|清楚)|难说|随便|随时|随意|都行|都可以|都成|什么时候都|啥时候都|几点都|无所谓|你们?(?:定|看着办|决定|方便|安排|看)|再(?:说|联系|看)|改天|改日|回头|晚点|有空|有时间|以后|下次|到时候|过(?:几|两)天|过(?:一)?段时间|不急|看吧|whatever|whenever|any ?time|not sure|don't know|depends|later|some ?time|another (?:day|time)|up to you|hard to say/,
);
const NOW =
  /^(?:现在|这会儿?|马上|就现在|现在就)(?:就)?(?:可以|行|方便|有空|好|说|问|能|吧)?(?:了|吧|的)?$|^(?:now|right now|now is (?:fine|ok|good))$|(?:你|那)(?:问|说)吧$|(?:现在|这会儿?|刚刚?)(?:可以|有空|有时间|方便|行|能|闲|不忙|就(?:行|可以))(?!不)|^[^不没等]{0,6}(?:忙完|闲下来|不忙)了[^明后晚下上]*$|(?:^|[,。了就])(?:你|那|现在|直接)?(?:问|说)吧$|^(?:在的?|方便)$|\b(?:you (?:can|may) ask(?: me)? now|ask (?:me )?(?:away|now)|i'?m free(?: now)?$|free now|go ahead)\b/;
const NEVER =
  /(?:什么时候|啥时候|几时|哪天|天天|一直|永远|几点)(?:都|也)(?:没得|没有|没|莫得|冇|不得)(?:空|时间|闲|工夫|功夫)|(?:都|一直|永远|从来|什么时候都|啥时候都|哪有|没)(?:没|不)(?:空|时间|方便|行)|哪(?:天|有)?.?都(?:没空|不行|不方便)|不用(?:再)?(?:打|联系|问)?了?$|别(?:再)?(?:联系|打|问)|^(?:算了|不了|不必了?|不需要|不想|没兴趣|不用了?|never|no|no thanks|don't)$/;

/** The time has come: 现在有空了, 忙完了你问吧. Not a time to come back at. */
export function meansNow(n: Normalised): boolean {
  return NOW.test(coreOf(n.text));
}

/** Reads what is left of "when would suit?" besides the time itself: none, now, never. */
export function readWhen(n: Normalised, found: readonly Finding[]): readonly Finding[] {
  const core = coreOf(n.text);
  if (meansNow(n)) return [whole(n, 'available', 0.9, 'when.now')];
  if (NEVER.test(core)) return [whole(n, 'refuse', 0.85, 'when.never')];
  if (has(found, 'contact_time')) return [];
  const vague = match(n, 'busy', VAGUE_TIME, [0.9, 'when.vague']) ?? readBusy(n, true);
  if (vague !== null) return [vague];
  if (/^(?:好的?|可以|行|嗯+|哦+|ok|okay|sure|yes|中|成)$/.test(core)) return [whole(n, 'agree', 0.85, 'when.agreed')];
  return /^(?:不|没有?|不知道|no idea|n)$/.test(core) ? [whole(n, 'busy', 0.8, 'when.none')] : [];
}
