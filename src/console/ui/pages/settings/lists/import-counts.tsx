import { Alert, Flex, Statistic, Tag, Typography } from 'antd';
import type { ImportCounts } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { words } from '../../../words/settings-import.ts';
import { useCodeWords } from './code-words.ts';

/** What came of a check or an import, in numbers. */
export function ImportCountsView({ counts }: { readonly counts: ImportCounts }) {
  const t = useWords(words);
  const { listed, labelled } = useMarks();
  const said = useCodeWords();
  const reasons = [...Object.entries(counts.reject.byCode), ...Object.entries(counts.skip.byCode)];
  const departments = Object.entries(counts.byDepartment);
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {t('records', {
          n: counts.records,
          blank: counts.blank,
          encoding: counts.encoding.toUpperCase(),
          today: counts.today,
        })}
      </Typography.Text>
      {counts.absentColumns.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('absent', { columns: listed(counts.absentColumns.map((field) => said.field(field))) })}
        />
      )}
      <Flex gap={32} wrap>
        <Statistic title={t('accept')} value={counts.accept} />
        <Statistic title={t('normalise')} value={counts.normalise} />
        <Statistic title={t('reject')} value={counts.reject.total} />
        <Statistic title={t('skip')} value={counts.skip.total} />
      </Flex>
      <div>
        {reasons.map(([code, count]) => (
          <Tag key={code}>
            {said.code(code)} {count}
          </Tag>
        ))}
      </div>
      <Typography.Text>
        {t('patients', { patients: counts.patients, minors: counts.under18, phones: counts.phones })}
      </Typography.Text>
      <Typography.Text>
        {t('due', { due: counts.due, soon: counts.dueWithin7, late: counts.windowPassed })}
      </Typography.Text>
      {departments.length > 0 && (
        <Typography.Text type="secondary">
          {labelled(
            t('departments'),
            departments.map(([name, count]) => `${name === '' ? '—' : name} ${String(count)}`).join(' · '),
          )}
        </Typography.Text>
      )}
    </Flex>
  );
}
