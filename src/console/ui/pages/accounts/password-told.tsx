import { Button, Modal, Typography } from 'antd';
import type { PasswordGiven } from '../../../wire/access.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/accounts.ts';

/** Tells a one-time password; it is gone once this is closed, hence closed by its button only. */
export function PasswordTold({ given, onClose }: { readonly given: PasswordGiven; readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <Modal
      open
      title={t('toldTitle', { name: given.account.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('toldDone')}
        </Button>
      }
    >
      <Typography.Paragraph>{t('toldWhy')}</Typography.Paragraph>
      <Typography.Paragraph>
        {t('userName')} <Typography.Text code>{given.account.userName}</Typography.Text>
      </Typography.Paragraph>
      <Typography.Title level={3} copyable code>
        {given.oneTimePassword}
      </Typography.Title>
    </Modal>
  );
}
