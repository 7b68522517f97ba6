import { App, Button, Flex } from 'antd';
import type { AccountView, PasswordGiven } from '../../../wire/access.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { words } from '../../words/accounts.ts';
import { changeAccount, resetAccount, useAccountChange } from './queries.ts';

interface Props {
  readonly account: AccountView;
  readonly onEdit: () => void;
  readonly onPassword: (given: PasswordGiven) => void;
}

/** What can be done with one account. */
export function AccountActions({ account, onEdit, onPassword }: Props) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const explain = useErrorWords();
  const { message } = App.useApp();
  const { name } = account;
  const refused = (error: unknown) => {
    void message.error(explain(error));
  };
  const reset = useAccountChange(async (dropTotp: boolean) => {
    onPassword(await resetAccount({ id: account.id, dropTotp }));
  });
  return (
    <Flex gap={8} wrap>
      <Button size="small" onClick={onEdit} aria-label={labelled(t('edit'), name)}>
        {t('edit')}
      </Button>
      <ConfirmButton
        size="small"
        aria-label={labelled(t('reset'), name)}
        question={t('resetQuestion', { name })}
        consequence={t('resetConsequence')}
        loading={reset.isPending}
        onConfirm={() => {
          reset.mutate(false, { onError: refused });
        }}
      >
        {t('reset')}
      </ConfirmButton>
      {account.hasTotp && (
        <ConfirmButton
          size="small"
          question={t('resetQuestion', { name })}
          consequence={t('resetTotpConsequence')}
          onConfirm={() => {
            reset.mutate(true, { onError: refused });
          }}
        >
          {t('resetTotp')}
        </ConfirmButton>
      )}
      <ActivityButton account={account} onRefused={refused} />
    </Flex>
  );
}

/** Turns an account off, and on again. */
function ActivityButton({ account, onRefused }: Pick<Props, 'account'> & { onRefused: (error: unknown) => void }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const change = useAccountChange(changeAccount);
  const setActive = (active: boolean) => {
    change.mutate({ ...account, active }, { onError: onRefused });
  };
  if (!account.active)
    return (
      <Button
        size="small"
        aria-label={labelled(t('activate'), account.name)}
        loading={change.isPending}
        onClick={() => {
          setActive(true);
        }}
      >
        {t('activate')}
      </Button>
    );
  return (
    <ConfirmButton
      size="small"
      danger
      aria-label={labelled(t('deactivate'), account.name)}
      question={t('deactivateQuestion', { name: account.name })}
      consequence={t('deactivateConsequence')}
      loading={change.isPending}
      onConfirm={() => {
        setActive(false);
      }}
    >
      {t('deactivate')}
    </ConfirmButton>
  );
}
