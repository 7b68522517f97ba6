import { Button, Card, Flex, Typography } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import type { JsonPath } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';
import { DateField, NumberField, useField } from './fields.tsx';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const yearOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'year' in value && typeof value.year === 'number' ? value.year : 2025;

/** Holidays and make-up workdays, year by year. */
export function CalendarForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const [years, write] = useField(draft, ['calendar', 'years']);
  const list = listOf(years);
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('calendarHint')}</Typography.Text>
      {years === undefined && <Typography.Text type="secondary">{t('calendarDefault')}</Typography.Text>}
      {list.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the year itself can be edited
        <Card key={index} size="small">
          <YearForm
            draft={draft}
            path={['calendar', 'years', index]}
            onRemove={() => {
              write(list.filter((_year, other) => other !== index));
            }}
          />
        </Card>
      ))}
      <Button
        onClick={() => {
          write([...list, { year: Math.max(2025, ...list.map(yearOf)) + 1, holidays: [], makeUpDays: [] }]);
        }}
      >
        {t('addYear')}
      </Button>
    </Flex>
  );
}

interface YearProps {
  readonly draft: Draft;
  readonly path: JsonPath;
  readonly onRemove: () => void;
}

function YearForm({ draft, path, onRemove }: YearProps) {
  const t = useWords(words);
  const [year] = useField(draft, [...path, 'year']);
  const [holidays, writeHolidays] = useField(draft, [...path, 'holidays']);
  const [makeUp, writeMakeUp] = useField(draft, [...path, 'makeUpDays']);
  const first = `${String(typeof year === 'number' ? year : 2026)}-01-01`;
  const dropper = (list: readonly unknown[], write: (value: unknown) => void, index: number) => () => {
    write(list.filter((_, other) => other !== index));
  };
  return (
    <Flex vertical gap={8}>
      <NumberField draft={draft} path={[...path, 'year']} label={t('year')} />
      <Typography.Text strong>{t('holidays')}</Typography.Text>
      {listOf(holidays).map((_, index, list) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place
        <Flex key={index} gap={8} align="flex-end" wrap>
          <DateField draft={draft} path={[...path, 'holidays', index, 'from']} label={t('from')} />
          <DateField draft={draft} path={[...path, 'holidays', index, 'to']} label={t('to')} />
          <Button onClick={dropper(list, writeHolidays, index)}>{t('remove')}</Button>
        </Flex>
      ))}
      <Button
        onClick={() => {
          writeHolidays([...listOf(holidays), { from: first, to: first }]);
        }}
      >
        {t('addHoliday')}
      </Button>
      <Typography.Text strong>{t('makeUp')}</Typography.Text>
      {listOf(makeUp).map((_, index, list) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days have no name but their place
        <Flex key={index} gap={8} align="flex-end">
          <DateField draft={draft} path={[...path, 'makeUpDays', index]} label={t('makeUp')} />
          <Button onClick={dropper(list, writeMakeUp, index)}>{t('remove')}</Button>
        </Flex>
      ))}
      <Flex gap={8} wrap>
        <Button
          onClick={() => {
            writeMakeUp([...listOf(makeUp), first]);
          }}
        >
          {t('addDay')}
        </Button>
        <Button danger onClick={onRemove}>
          {t('remove')} {String(year)}
        </Button>
      </Flex>
    </Flex>
  );
}
