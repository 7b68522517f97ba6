import type { NoOpinionFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import type { Part } from './part.types.ts';

const EXPLICIT = guarded(
  /没(?:有|怎么|咋|太|什么|啥)?(?:接触|打过?交道|打过照面|印象|用到|用过|注意|留意|关注|遇到|去过|碰到|碰过|经历)|(?:不|没法|无法|不便|不予|不做|不想|没资格|没什么好|不好|不作)(?:评价?|评论|置评|打分|评判)(?:了|吧)?|^(?:不评|弃权|略|跳过?|过|pass|skip|n\/a|无评价|下一个|下一题|下个|下一项|免评)(?:吧|了|这个|这题|掉|this(?: one)?|it|the question){0,4}$|跳过|^(?:这个|这项|这题|那)?(?:真的?|还真|也)?说不上来?(?:了|吧|啊|什么|呢){0,4}$|\b(?:no opinion|no comment|can't (?:judge|comment|rate|say anything)|cannot (?:judge|comment|rate)|not applicable|didn't (?:really )?(?:meet|deal|interact|have any contact)|had no contact|never (?:met|dealt|interacted)|prefer not to (?:say|rate)|skip (?:this|it|that)|rather not)\b/,
);
const UNSURE = guarded(
  /^(?:我|这个?|那|也|真|还|都|嗯|额|呃|哦|哎){0,8}(?:不知道|不晓得|不清楚|不太清楚|不好说|难说|说不好|说不清|说不准|不确定|没想好|没想过|不了解|不太了解|随便|随意|无所谓|都行|都可以|怎么都行|看着办|你看着办|不懂怎么评|咋说呢|怎么说呢|谁知道|没感觉|没啥感觉|没什么感觉|母鸡|不造)(?:怎么(?:说|评|讲|选|评价)|咋(?:说|评|讲)|该(?:怎么|咋)(?:说|选|评)|该?(?:评|选|说)(?:哪个|谁|什么|啥))?(?:了|啊|呀|呢|吧|哎|耶|捏|啦|诶|的){0,6}$|^(?:i )?(?:don't|do not|dont) know|^(?:not sure|no idea|hard to say|can't say|dunno|whatever|unsure|i'm not sure|difficult to say|beats me|idk)\b/,
);

/** 没接触, 跳过, a bare 不知道: no grade will come (handbook section 2). */
export function readNoOpinion(
  n: Normalised,
  parts: readonly Part[],
  ctx: UnderstandContext,
  asked: string | null,
): readonly NoOpinionFinding[] {
  const found: NoOpinionFinding[] = [];
  for (const part of parts) {
    if (part.scope.thirdParty || part.scope.hypothetical || part.faults.length > 0) continue;
    const explicit = EXPLICIT.test(part);
    if (!explicit && (ctx.question.schema !== 'rating' || !UNSURE.test(part))) continue;
    const question = questionOf(part, ctx, asked);
    if (question === null || part.verdicts.some((said) => said.source !== 'hedge')) continue;
    found.push({
      kind: 'no_opinion',
      question,
      firmness: explicit ? 'explicit' : 'unsure',
      span: spanOf(n, part.start, part.end),
      confidence: 0.9,
      evidence: explicit ? 'rating.no_opinion' : 'rating.unsure',
    });
  }
  return found;
}

function questionOf(part: Part, ctx: UnderstandContext, asked: string | null): string | null {
  const named = ctx.questions.find((q) => q.type === 'rating' && q.roles.some((role) => part.roles.includes(role)));
  if (named !== undefined) return ctx.openRatings.includes(named.id) ? named.id : null;
  return ctx.question.schema === 'rating' ? asked : null;
}
