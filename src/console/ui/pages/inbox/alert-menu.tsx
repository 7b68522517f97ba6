import { BellOutlined } from '@ant-design/icons';
import { Button, Flex, Popover, Switch, Typography } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../language/language.tsx';
import { isSoundOn, ring, setSoundOn } from '../../shell/sound.ts';
import { words } from '../../words/inbox.ts';

/** How this browser tells of urgent conversations. */
export function AlertMenu() {
  const t = useWords(words);
  return (
    <Popover trigger="click" placement="bottomRight" content={<AlertChoices />}>
      <Button icon={<BellOutlined aria-hidden="true" />} aria-label={t('alerts')} title={t('alerts')} />
    </Popover>
  );
}

function AlertChoices() {
  const t = useWords(words);
  const [sound, setSound] = useState(isSoundOn);
  const id = useId();
  return (
    <Flex vertical gap={12} className="filter-form">
      <Flex align="center" gap={8}>
        <Switch
          id={id}
          checked={sound}
          onChange={(on) => {
            setSound(on);
            setSoundOn(on);
          }}
        />
        <label htmlFor={id}>{t('sound')}</label>
        <Button
          size="small"
          onClick={() => {
            void ring();
          }}
        >
          {t('soundTry')}
        </Button>
      </Flex>
      {'Notification' in window && <DesktopChoice />}
    </Flex>
  );
}

/** The browser asks for leave itself, and only after a click. */
function DesktopChoice() {
  const t = useWords(words);
  const [leave, setLeave] = useState(Notification.permission);
  if (leave === 'granted') return <Typography.Text>{t('desktopOn')}</Typography.Text>;
  if (leave === 'denied') return <Typography.Text>{t('desktopDenied')}</Typography.Text>;
  return (
    <Button
      onClick={() => {
        void Notification.requestPermission().then(setLeave);
      }}
    >
      {t('desktopAsk')}
    </Button>
  );
}
