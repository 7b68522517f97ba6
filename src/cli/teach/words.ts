import type { Finding } from '../../domain/finding.ts';
import { counted } from '../../evaluate/messages/check.ts';
import { type Comparison, changedMeanings, type TurnedWrong } from '../../evaluate/messages/compare.ts';
import type { KnownPhrase } from '../../evaluate/messages/known-phrases.ts';

const MOST_SHOWN = 20;

/** What a check found, for people; `file`: where it is noted that the entries may be used, null when nothing is noted. */
export function comparisonText(
  comparison: Comparison,
  file: string | null,
  known: readonly KnownPhrase[] = [],
): string {
  const { before, after, turnedRight, turnedWrong, falls } = comparison;
  const sure = known.filter((one) => one.sure);
  const doubtful = known.filter((one) => !one.sure);
  const meanings = changedMeanings(comparison).map((meaning) => {
    const [was, is] = [before.kinds[meaning], after.kinds[meaning]];
    const pair = (key: 'recall' | 'precision') => `${share(was?.[key])} → ${share(is?.[key])}`;
    return `${meaning.padEnd(26)}R ${pair('recall')}   P ${pair('precision')}`;
  });
  return [
    `understood: ${before.passed} → ${after.passed} of ${after.total} messages; ${turnedRight} turned right, ${turnedWrong.length} turned wrong\n`,
    block('meanings that changed', meanings),
    block('turned wrong', turnedWrong.slice(0, MOST_SHOWN).map(wrongLine)),
    turnedWrong.length > MOST_SHOWN ? `  … ${turnedWrong.length - MOST_SHOWN} more (--json shows all)\n` : '',
    block('worse than without it', falls),
    block('注意：这些说法现在另有含义 / these phrases mean something else so far', doubtful.map(knownLine)),
    block('不能改变含义的说法 / phrases whose meaning is certain', sure.map(knownLine)),
    `\n${verdict({ falls: falls.length > 0, certain: sure.length > 0 }, file)}\n`,
  ].join('');
}

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function share(value: number | undefined): string {
  return (value ?? 0).toFixed(3);
}

function wrongLine({ message, before, after }: TurnedWrong): string {
  const wanted = message.want.map(({ kind, grade }) => (grade === undefined ? kind : `${kind}.${grade}`)).join(' ');
  const never = message.never.length === 0 ? '' : `, never ${message.never.join(' ')}`;
  const text = message.text.replace(/\s+/g, ' ');
  return `${message.question}: ${text}\n    wanted ${wanted || 'nothing'}${never}; read ${kinds(before)} → ${kinds(after)}`;
}

function kinds(findings: readonly Finding[]): string {
  const names = counted(findings).map((finding) =>
    finding.kind === 'rating' ? `rating.${finding.grade}` : finding.kind,
  );
  return names.length === 0 ? 'nothing' : names.join(' ');
}

function knownLine({ phrase, taught, now, certainty, questions }: KnownPhrase): string {
  const where = questions.join(', ');
  return `“${phrase}” → ${taught}：现在读作 ${now}（${where}）/ is read as ${now} now, ${certainty.toFixed(2)}, at ${where}`;
}

function verdict(why: { readonly falls: boolean; readonly certain: boolean }, file: string | null): string {
  if (why.certain)
    return '不予采用：上面的说法含义明确，改变它会误解其他患者；请改用更长的说法，或用 at 限定问题。\nRefused: what the phrases above mean is certain, and others who say so would be misread; teach a longer phrase, or limit it with "at".';
  if (why.falls)
    return '不予采用：加上这些内容后，对标准短信的理解变差了。\nRefused: with these entries the messages above are understood worse.';
  if (file === null) return '可以采用：理解没有变差。\nAcceptable: nothing is understood worse.';
  return `已采用：理解没有变差，记录在 ${file}。\nAccepted: nothing is understood worse; noted in ${file}. SIGHUP or a restart puts it in force.`;
}
