import { Button, Card, Checkbox, Flex, Typography } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import type { Draft } from '../flows/use-draft.ts';
import { NumberField, TimeField, useField } from './fields.tsx';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const LIMITS = ['urgentMinutes', 'highMinutes', 'normalMinutes', 'urgentAlertSeconds'] as const;
const WORKDAYS = [1, 2, 3, 4, 5];

/** When messages leave by themselves, when staff are there, and how long somebody may wait for them. */
export function HoursForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const [spans, write] = useField(draft, ['staffHours']);
  const list = Array.isArray(spans) ? (spans as readonly unknown[]) : [];
  return (
    <Flex vertical gap={16}>
      <Flex vertical gap={6}>
        <Typography.Text strong>{t('sending')}</Typography.Text>
        <Flex gap={12}>
          <TimeField draft={draft} path={['sendingHours', 'from']} label={t('from')} />
          <TimeField draft={draft} path={['sendingHours', 'to']} label={t('to')} />
        </Flex>
        <Typography.Text type="secondary">{t('sendingHint')}</Typography.Text>
      </Flex>
      <div>
        <Typography.Text strong>{t('staff')}</Typography.Text>
        <br />
        <Typography.Text type="secondary">{t('staffHint')}</Typography.Text>
      </div>
      {list.map((_, index) => (
        <StaffSpan
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place
          key={index}
          draft={draft}
          index={index}
          onRemove={() => {
            write(list.filter((_span, other) => other !== index));
          }}
        />
      ))}
      <Button
        onClick={() => {
          write([...list, { days: WORKDAYS, from: '08:00', to: '12:00' }]);
        }}
      >
        {t('addSpan')}
      </Button>
      <Flex vertical gap={6}>
        <Typography.Text strong>{t('sla')}</Typography.Text>
        <Flex gap={12}>
          {LIMITS.map((name) => (
            <NumberField key={name} draft={draft} path={['console', 'sla', name]} label={t(name)} />
          ))}
        </Flex>
      </Flex>
    </Flex>
  );
}

interface SpanProps {
  readonly draft: Draft;
  readonly index: number;
  readonly onRemove: () => void;
}

function StaffSpan({ draft, index, onRemove }: SpanProps) {
  const t = useWords(words);
  const path = ['staffHours', index];
  const [days, write] = useField(draft, [...path, 'days']);
  return (
    <Card size="small">
      <Flex vertical gap={8}>
        <Checkbox.Group
          aria-label={t('days')}
          value={Array.isArray(days) ? (days as number[]) : []}
          options={DAYS.map((day) => ({ value: day, label: t(`d${day}`) }))}
          onChange={(chosen) => {
            write([...chosen].sort((one, other) => one - other));
          }}
        />
        <Flex gap={12} align="flex-end" wrap>
          <TimeField draft={draft} path={[...path, 'from']} label={t('from')} />
          <TimeField draft={draft} path={[...path, 'to']} label={t('to')} />
          <Button danger onClick={onRemove}>
            {t('remove')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
}
