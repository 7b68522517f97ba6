import { Timeline, Typography } from 'antd';
import type { RegisterHistoryRow } from '../../../../domain/register.ts';
import { useWords } from '../../language/language.tsx';
import { Clock } from '../../parts/times.tsx';
import { words } from '../../words/registers.ts';
import type { WordKey } from './looks.tsx';

function isKey(key: string): key is WordKey {
  return Object.hasOwn(words.en, key);
}

/** Long values are cut: the form shows them whole. */
const MOST = 80;

/** What changed when and by whom, the newest first. */
export function History({ rows }: { readonly rows: readonly RegisterHistoryRow[] }) {
  const t = useWords(words);
  const who = ({ account, name }: RegisterHistoryRow) =>
    account === 'system' ? t('system') : account === 'contact' ? t('contact') : name;
  const what = ({ field, old, next }: RegisterHistoryRow) => {
    const step = `step_${old}`;
    if (field === 'step') return `${isKey(step) ? t(step) : old}${next === '' ? '' : `：${next}`}`;
    const key = `field_${field}`;
    const status = `status_${next}`;
    const value = field === 'status' && isKey(status) ? t(status) : next;
    const cut = value.length > MOST ? `${value.slice(0, MOST)}…` : value;
    return `${isKey(key) ? t(key) : field}${cut === '' ? '' : `：${cut}`}`;
  };
  return (
    <Timeline
      items={rows.toReversed().map((row, index) => ({
        key: index,
        content: (
          <>
            <div>{what(row)}</div>
            <Typography.Text type="secondary">
              {who(row)} · <Clock at={row.at} />
            </Typography.Text>
          </>
        ),
      }))}
    />
  );
}
