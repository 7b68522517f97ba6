import { ClockCircleOutlined, PauseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Flex, Tag } from 'antd';
import type { RegisterRecord, RegisterStatus, Severity } from '../../../../domain/register.ts';
import type { EntryWire } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { words } from '../../words/registers.ts';

export type WordKey = keyof (typeof words)['en'];

const COLOURS: Readonly<Record<RegisterStatus, string>> = {
  open: 'gold',
  assigned: 'blue',
  answered: 'purple',
  approved: 'cyan',
  closed: 'default',
};

/** Where an entry stands; praise and suggestions are not assigned, they are open until they are concluded. */
export function EntryStatus({ entry: { kind, status } }: { readonly entry: Pick<EntryWire, 'kind' | 'status'> }) {
  const t = useWords(words);
  const isOpen = kind !== 'complaint' && status === 'open';
  return <Tag color={COLOURS[status]}>{isOpen ? t('status_pending') : t(`status_${status}`)}</Tag>;
}

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useWords(words);
  if (severity === 'ordinary') return null;
  return <Tag color={severity === 'major' ? 'red' : 'orange'}>{t(`severity_${severity}`)}</Tag>;
}

/** When a reply is due; late ones say so in words as well as in red. */
export function DueText({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  if (entry.dueOn === null && entry.settled !== false) return null;
  return (
    <Flex gap={4} wrap align="center">
      <span>{entry.dueOn}</span>
      {entry.overdue && (
        <Tag color="red" variant="solid" icon={<WarningOutlined aria-hidden />}>
          {t('overdue')}
        </Tag>
      )}
      {entry.settled === false && <Tag color="red">{t('unsettled')}</Tag>}
      {entry.pausedAt !== null && <Tag icon={<PauseCircleOutlined aria-hidden />}>{t('paused')}</Tag>}
      {entry.dueProvisional && <Tag icon={<ClockCircleOutlined aria-hidden />}>{t('provisional')}</Tag>}
    </Flex>
  );
}

/** A role or thing as the bot notes it, in words; anything else as it is written. */
export function useConcernWords(): (concern: string) => string {
  const t = useWords(words);
  return (concern) => {
    const key = `concern_${concern}`;
    return Object.hasOwn(words.en, key) ? t(key as WordKey) : concern;
  };
}

/** Department and people that an entry is about. */
export function Concerned({ entry }: { readonly entry: Pick<RegisterRecord, 'concernedDepartment' | 'concerns'> }) {
  const say = useConcernWords();
  const { listed } = useMarks();
  const parts = [entry.concernedDepartment, ...entry.concerns.map(say)].filter((part) => part !== '');
  return <span>{listed(parts) || '—'}</span>;
}
