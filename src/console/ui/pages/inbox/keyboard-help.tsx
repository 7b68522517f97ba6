import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';

const KEYS = [
  [['j', '↓'], 'key_next'],
  [['k', '↑'], 'key_previous'],
  [['Enter'], 'key_open'],
  [['c'], 'key_claim'],
  [['/'], 'key_search'],
  [['r'], 'key_reply'],
  [['Esc'], 'key_back'],
  [['Ctrl + Enter'], 'key_send'],
  [['/'], 'key_standard'],
  [['?'], 'key_help'],
] as const;

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What the keyboard can do; opened by `?` and by a button. */
export function KeyboardHelp({ open, onOpen }: Props) {
  const t = useWords(words);
  return (
    <>
      <Button
        icon={<QuestionCircleOutlined aria-hidden="true" />}
        aria-label={t('help')}
        title={t('help')}
        onClick={() => {
          onOpen(true);
        }}
      />
      <Modal
        open={open}
        title={t('helpTitle')}
        footer={null}
        onCancel={() => {
          onOpen(false);
        }}
      >
        <dl className="key-list">
          {KEYS.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(what)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
