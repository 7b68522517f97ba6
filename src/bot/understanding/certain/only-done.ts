import type { Finding } from '../../../domain/finding.ts';
import type { Part } from '../readers/part.types.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** About our messages, one's time and one's work. */
const OF_US =
  /时间|[没有得]空|忙|班|流水线|干活|开会|发(?!烧|热)|短信|消息|信息|联系|打(?:电话|来|过来|给)|填|弄|问|调查|退订|就这|到此|不会有/;
/** Whoever is in need says something of these besides. */
const DESPAIR =
  /[死活命累苦痛疼熬撑崩吊跳河井刀绳楼]|没了|没意思|意义|绝望|解脱|日子|拖累|负担|多余|消失|离开|坚持|难受|没用|下辈子|这辈子|一个人|对不[起住]|告别|永别|再见|保重|管我|后事|交代|走了|跟他|想开|孩子|遗|药|结束|到头|最后|算了|\b(?:die|dead|dying|life|live|end|alone|tired|hurt|goodbye|pointless|worth)\b/;

/** 以后别再给俺发了, 往后也不会有空，我不弄这个了: what is not wanted any more is our messages (situations 24 and 25). */
export const readOnlyDone: ReadCertain = ({ n, parts }, found) => {
  const done = found.some((finding) => (finding.kind === 'opt_out' || finding.kind === 'refuse') && !isGuess(finding));
  if (!done || DESPAIR.test(n.text) || !parts.every(isOfUs)) return null;
  return { adds: [], drops: isDoubtful };
};

function isOfUs({ text, verdicts }: Part): boolean {
  return verdicts.length > 0 || OF_US.test(text);
}

function isDoubtful(finding: Finding): boolean {
  return finding.kind === 'self_harm' && finding.tier === 'low' && isGuess(finding);
}
