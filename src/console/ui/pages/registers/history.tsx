import { Timeline, Typography } from 'antd';
import type { RegisterHistoryRow } from '../../../../domain/register.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { Clock } from '../../parts/times.tsx';
import { words } from '../../words/registers.ts';
import type { WordKey } from './looks.tsx';

/** The step that stands above them says it already. */
const SAID_BY_STEP = new Set(['closedAt', 'findings', 'handler', 'pausedAt', 'dismissed', 'settledWords']);
/** Long values are cut: the form shows them whole. */
const MOST = 80;

/** Beginning of the keys that name the values of a field. */
const VALUES: Readonly<Record<string, string>> = {
  status: 'status_',
  severity: 'severity_',
  categories: 'category_',
  received: 'channel_',
  settled: 'settled_',
  escalated: 'escalated_',
};

function isKey(key: string): key is WordKey {
  return Object.hasOwn(words.en, key);
}

/** A reply is kept with its time and channel; its words are enough here. */
function textOf(json: string): string {
  try {
    const reply: unknown = JSON.parse(json);
    return typeof reply === 'object' && reply !== null && 'text' in reply ? String(reply.text) : json;
  } catch {
    return json;
  }
}

/** Says a change in words. */
function useChangeWords(): (row: RegisterHistoryRow) => string {
  const t = useWords(words);
  const { listed, labelled } = useMarks();
  const say = (key: string, otherwise: string) => (isKey(key) ? t(key) : otherwise);
  const valueOf = (field: string, value: string) => {
    const prefix = VALUES[field];
    const values = value.startsWith('[') ? value.slice(1, -1).replaceAll('"', '').split(',') : value.split('、');
    if (prefix !== undefined) return listed(values.map((one) => say(prefix + one, one)));
    return field === 'reply' ? textOf(value) : value;
  };
  return ({ field, old, next }) => {
    const said = (name: string, text: string) => (text === '' ? name : labelled(name, text));
    if (field === 'step') return said(say(`step_${old}`, old), next);
    const value = valueOf(field, next);
    const cut = value.length > MOST ? `${value.slice(0, MOST)}…` : value;
    return said(say(`field_${field}`, field), cut);
  };
}

/** What changed when and by whom, the newest first. */
export function History({ rows }: { readonly rows: readonly RegisterHistoryRow[] }) {
  const t = useWords(words);
  const say = useChangeWords();
  const who = ({ account, name }: RegisterHistoryRow) =>
    account === 'system' ? t('system') : account === 'contact' ? t('contact') : name;
  return (
    <Timeline
      items={rows
        .filter(({ field }) => !SAID_BY_STEP.has(field))
        .toReversed()
        .map((row, index) => ({
          key: index,
          content: (
            <>
              <div>{say(row)}</div>
              <Typography.Text type="secondary">
                {who(row)} · <Clock at={row.at} />
              </Typography.Text>
            </>
          ),
        }))}
    />
  );
}
