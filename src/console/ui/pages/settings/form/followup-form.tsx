import { Flex } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import type { Draft } from '../flows/use-draft.ts';
import { NumberField } from './fields.tsx';

const NUMBERS = [
  'delayDays',
  'windowDays',
  'reminderAfterHours',
  'expireAfterHours',
  'bereavementExpireAfterHours',
  'maxProactivePerDay',
  'maxProactivePerWeek',
] as const;

/** When a follow-up begins and ends, and how often somebody is written to. */
export function FollowupForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  return (
    <Flex vertical gap={12}>
      {NUMBERS.map((name) => (
        <NumberField key={name} draft={draft} path={['followup', name]} label={t(name)} />
      ))}
    </Flex>
  );
}
