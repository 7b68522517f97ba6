import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** Wants something to be other than it is, if only by its tone. */
const WISHES =
  /建议|提议|希望|盼|但愿|期[望待]|最好|能不能|能否|可否|可不可以|可以|应该?|应当|需要|要是|如果|若|就好|更好|才好|要[加改多少提]|[多少再早快][^,。!?;]{0,4}[点些个几]|增|加[强派设装]|改|完善|提高|提升|优化|减少|缩短|请|别[^的]|不要|望|得[有加改]|该[有加改]|注意|换(?:成|个)|安排|配[个备]|设[个置]|装[个上]|(?:挂|搞|弄|加|摆|放|修|开|添|搭|铺|贴|买|建|按|安)(?:个|点|些|几|块|张|把)|吧$|[行中好成]不[行中好成]|要得不|想要|赶紧|赶快|求|拜托|不如|呗|[该]|stop|let |suggest|recommend|could|should|would|wish|hope|please|better|more|need|improv|add\b|ought|may be|maybe|if /;

/** Asked for suggestions, whoever says what is wrong wishes it were not. */
const ELSEWHERE: ReadonlySet<string> = new Set(['rating', 'reason', 'facts', 'identity_availability']);

/** A shortcoming by itself asks for nothing: it is a complaint, and no suggestion besides (handbook section 2). */
export const readNoWish: ReadCertain = ({ n, parts, context }, found) => {
  if (!ELSEWHERE.has(context.question.schema)) return null;
  const guessed = found.some((finding) => finding.kind === 'suggestion' && isGuess(finding));
  if (!guessed || !found.some(({ kind }) => kind === 'complaint')) return null;
  if (WISHES.test(n.text) || parts.some(({ scope }) => scope.wish || scope.hypothetical)) return null;
  return { adds: [], drops: ({ kind }) => kind === 'suggestion' };
};
