import { Flex } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import type { Draft } from '../flows/use-draft.ts';
import { TextField, WordingField } from './fields.tsx';

/** Who we are, in messages. */
export function HospitalForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const phone = (name: string) => ['hospital', 'phones', name];
  return (
    <Flex vertical gap={16}>
      <WordingField draft={draft} path={['hospital', 'name']} title={t('name')} />
      <TextField draft={draft} path={['hospital', 'staffNo']} label={t('staffNo')} hint={t('staffNoHint')} />
      <TextField draft={draft} path={phone('main')} label={t('phoneMain')} />
      <TextField draft={draft} path={phone('verify')} label={t('phoneVerify')} />
      <TextField draft={draft} path={phone('emergency')} label={t('phoneEmergency')} />
      <TextField draft={draft} path={phone('complaints')} label={t('phoneComplaints')} />
    </Flex>
  );
}
