import type { ChangedCell, ChangedEntry, SheetChanges } from '../../workbook/index.ts';

/** Longest stretch of a cell that is shown of a change. */
const MAX_SHOWN = 80;

function short(text: string): string {
  const line = text.replaceAll('\n', '；');
  if (line === '') return '（空）';
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN)}…`;
}

/** Of cells with an entry a line, what came and what went; of others, old and new. */
function cellText({ header, from, to }: ChangedCell): string {
  const [old, now] = [from.split('\n'), to.split('\n')];
  const gone = old.filter((line) => line !== '' && !now.includes(line)).map((line) => `－${line}`);
  const come = now.filter((line) => line !== '' && !old.includes(line)).map((line) => `＋${line}`);
  const isList = old.length > 1 && now.length > 1 && gone.length + come.length > 0;
  return isList ? `${header} ${short([...gone, ...come].join('\n'))}` : `${header} ${short(from)} → ${short(to)}`;
}

function entryText(sign: string, { id, name, cells }: ChangedEntry): readonly string[] {
  const title = [id, name].filter((word) => word !== '').join(' ');
  return [...(title === '' ? [] : [`  ${sign} ${title}`]), ...cells.map((cell) => `      ${cellText(cell)}`)];
}

/** What an import changes, sheet by sheet. */
export function changesText(changes: readonly SheetChanges[]): readonly string[] {
  return changes.flatMap(({ sheet, added, removed, changed, reordered }) => {
    const [plus, minus, other] = [added, removed, changed].map(({ length }) => String(length));
    return [
      `${sheet}：新增 ${plus ?? ''}，删除 ${minus ?? ''}，修改 ${other ?? ''} / ${plus ?? ''} added, ${minus ?? ''} removed, ${other ?? ''} changed`,
      ...added.flatMap((entry) => entryText('＋', entry)),
      ...removed.flatMap((entry) => entryText('－', entry)),
      ...changed.flatMap((entry) => entryText('～', entry)),
      ...(reordered ? ['  顺序有变 / the order changed'] : []),
    ];
  });
}
