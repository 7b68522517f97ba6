import { matchesOf } from '../matches.ts';
import { CONCERNS } from './concerns.lists.ts';
import { FAULTS } from './faults.lists.ts';
import { buildLexicon, scan, type Token } from './lexicon.ts';
import { POLARITY } from './polarity.lists.ts';

const LEXICON = buildLexicon([...CONCERNS, ...POLARITY, ...FAULTS]);

/** 好 is a grade only at the end of what it says, after a subject or a degree (态度好, 真的好), never in 好像 or 好了. */
const GOOD_LEFT =
  /(?:^|[也还真的是就都挺蛮满得不没做多顶几心可老忒恁怪特超嘎拉倒够贼巨确实在对死])$|(?:态度|服务|技术|水平|医术|质量|环境|条件|卫生|人|人品|医生|护士|大夫|医院|样样|方面|一直|比较|算|沟通|口碑|感觉|印象|效果|脾气|手艺|饭菜|味道|护理|医德|管理|设备|伙食)$/;
const GOOD_RIGHT = /^(?:$|[的啊呀呢哩哇得极啦哦嘞☺]|个(?:锤|屁|鬼|毛|头|球)|你个头)/;
/** 好的 by itself nods; which grade it means is asked. */
const NOD_ONLY = /^好(?:的|滴|嘞|吧)[吧啊呀哦,.!。~]*$/;
const BORDERS = [',', '。', '\n', '!'] as const;

/** 大夫中，护士不中: in the middle plains 中 says good of whoever stands before it. */
const ZHONG = /(?:医生|大夫|护士|护理|医院|态度|技术|服务|都|也|真|怪|可)中(?=$|[,!?;。的嘞啊呀咧哩☺])/g;

function plainZhong(tokens: readonly Token[], text: string): readonly Token[] {
  if (!text.includes('中')) return [];
  return matchesOf(text, ZHONG)
    .map((hit) => hit.index + hit[0].length - 1)
    .filter((at) => !tokens.some((token) => token.start <= at && at < token.end))
    .map((at) => ({ cat: 'pos', value: 'word', start: at, end: at + 1 }));
}

/** All words of the lists in a text, from left to right. */
export function readTokens(text: string): readonly Token[] {
  const tokens = scan(LEXICON, text);
  const good = plainGood(tokens, text).concat(plainZhong(tokens, text));
  return good.length === 0 ? tokens : [...tokens, ...good].sort((a, b) => a.start - b.start);
}

/** Each 好 that grades and is no part of a longer word. */
function plainGood(tokens: readonly Token[], text: string): Token[] {
  const found: Token[] = [];
  const first = text.indexOf('好');
  if (first < 0 || NOD_ONLY.test(text)) return found;
  for (let at = first; at >= 0; at = text.indexOf('好', at + 1)) {
    if (!tokens.some((token) => token.start <= at && at < token.end) && gradesAt(text, at)) {
      found.push({ cat: 'pos', value: 'word', start: at, end: at + 1 });
    }
  }
  return found;
}

function gradesAt(text: string, at: number): boolean {
  const border = Math.max(...BORDERS.map((mark) => text.lastIndexOf(mark, at)));
  const right = text.slice(at + 1, at + 3);
  return GOOD_LEFT.test(text.slice(border + 1, at)) && (GOOD_RIGHT.test(right) || /^[,!?;。、…~]/.test(right));
}
