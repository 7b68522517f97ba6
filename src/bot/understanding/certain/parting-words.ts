import { isReal } from '../model/vetoes.ts';
import { spanOf } from '../normalise.ts';
import { KIN, PATIENT } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** 我妈走之前说…, 老人临走还念着…: somebody's last words. */
const LAST_WORDS = guarded(
  new RegExp(
    `(?:${KIN}|${PATIENT})(?:他|人)?(?:(?:在)?(?:临走|临终|走|离开)(?:之前|以前|前|的?时候|那[天晚会]|时|(?<=临走|临终)(?:还|都|也))|生前|弥留)[^,!?;。去]{0,4}?(?:说|讲|念|让|叫|交代|嘱|惦|谢|感|夸|拉着|握着|最后|最|一直|常|总)`,
  ),
);
/** Went home, or somewhere else. */
const LEFT =
  /出院|回家|下班|上班|上学|出门|出差|医院走|你们那|病房走|从[^,]{0,4}走|办(?:完|了)?手续|结(?:完|了)?账|接(?:我|他)|(?:走|离开)(?:之前|以前|前)(?:把|给|先|顺便)|(?:医生|护士|大夫|主任|护工)[^,!?;。]{0,4}(?:临|离|走)/;

/** Another death than that of this stay. */
const LONG_AGO = /年前|这次|这回|上次|上回|[那前]年/;

/** Words of thanks that somebody left behind tell of a death, which is asked about before it counts (situation 7). */
export const readPartingWords: ReadCertain = ({ n, parts, context }, found) => {
  // After a death that is known, it is spoken of as it is.
  if (context.question.schema === 'yes_no' || LONG_AGO.test(n.text)) return null;
  if (found.some(({ kind }) => kind === 'deceased' || kind === 'self_harm')) return null;
  const part = parts.find((one) => LAST_WORDS.test(one) && isReal(one) && !LEFT.test(one.text));
  if (part === undefined) return null;
  const span = spanOf(n, part.start, part.end);
  const death = { span, confidence: 0.65, evidence: 'certain.parting_words' };
  return { adds: [{ ...death, kind: 'deceased', tier: 'medium' }], drops: ({ kind }) => kind === 'greeting' };
};
