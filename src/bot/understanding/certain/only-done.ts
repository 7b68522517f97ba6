import type { Finding } from '../../../domain/finding.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** Whoever is in need says something of these besides. */
const DESPAIR =
  /[死活命累苦痛疼熬撑崩吊跳河井刀绳楼]|没了|没意思|意义|绝望|解脱|日子|拖累|负担|多余|消失|离开|坚持|难受|没用|下辈子|这辈子|一个人|对不[起住]|告别|永别|再见|保重|管我|后事|交代|走了|跟他|想开|孩子|遗|药|结束|到头|最后|算了|\b(?:die|dead|dying|life|live|end|alone|tired|hurt|goodbye|pointless|worth)\b/;

/** 以后别再给俺发了, 往后也不会有空，我不弄这个了: what is not wanted any more is our messages (situations 24 and 25). */
export const readOnlyDone: ReadCertain = ({ n }, found) => {
  const done = found.some((finding) => (finding.kind === 'opt_out' || finding.kind === 'refuse') && !isGuess(finding));
  if (!done || DESPAIR.test(n.text)) return null;
  return { adds: [], drops: isDoubtful };
};

function isDoubtful(finding: Finding): boolean {
  return finding.kind === 'self_harm' && finding.tier === 'low' && isGuess(finding);
}
