import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, type MenuProps } from 'antd';
import { useState } from 'react';
import type { ConversationView, DeskAction } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/conversation.ts';
import { useDeskAction } from '../use-conversation.ts';
import { CallbackDialog } from './callback-dialog.tsx';
import { CloseDialog, HandBackDialog, TakeBackDialog } from './end-dialogs.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { LabelDialog } from './label-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

type DialogName = 'transfer' | 'assign' | 'hand-back' | 'close' | 'take-back' | 'snooze' | 'label' | 'callback';

/** In the order in which they are offered. */
const OFFERED = [
  'transfer',
  'assign',
  'hand-back',
  'close',
  'take-back',
  'snooze',
  'label',
] as const satisfies readonly DeskAction[];
const NAMES = {
  transfer: 'transfer',
  assign: 'assign',
  'hand-back': 'handBack',
  close: 'closeIt',
  'take-back': 'takeBack',
  snooze: 'snooze',
  label: 'labels',
  callback: 'callback',
} as const;

/** What can be done with the conversation now: the first thing as a button, the rest in a menu. */
export function ActionBar({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const may = useMay();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const snooze = useDeskAction(view.id, 'snooze');
  const can = (action: DeskAction) => view.actions.includes(action);
  const names: readonly DialogName[] = [...OFFERED.filter(can), ...(may('work.handle') ? (['callback'] as const) : [])];
  const items: NonNullable<MenuProps['items']> = names.map((name) => ({ key: name, label: t(NAMES[name]) }));
  if (view.snoozedUntil !== null && can('snooze')) items.push({ key: 'unsnooze', label: t('unsnooze') });
  return (
    <Flex gap={8} wrap>
      <OwnButtons view={view} />
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items,
            onClick: ({ key, domEvent }) => {
              // Else the same Enter presses what the dialog puts the keyboard on.
              domEvent.preventDefault();
              if (key === 'unsnooze') snooze.mutate({ until: null });
              else setDialog(key as DialogName);
            },
          }}
        >
          <Button>
            {t('more')} <DownOutlined aria-hidden="true" />
          </Button>
        </Dropdown>
      )}
      <OpenDialog
        name={dialog}
        view={view}
        onClose={() => {
          setDialog(null);
        }}
      />
    </Flex>
  );
}

/** Taking it and putting it back. */
function OwnButtons({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const claim = useDeskAction(view.id, 'claim');
  const release = useDeskAction(view.id, 'release');
  return (
    <>
      {view.actions.includes('claim') && (
        <Button
          type="primary"
          loading={claim.isPending}
          onClick={() => {
            claim.mutate({});
          }}
        >
          {t(view.state === 'with_staff' ? 'claim' : 'takeOver')}
        </Button>
      )}
      {view.actions.includes('release') && (
        <ConfirmButton
          loading={release.isPending}
          question={t('releaseAsk')}
          consequence={t('releaseHint')}
          onConfirm={() => {
            release.mutate({});
          }}
        >
          {t('release')}
        </ConfirmButton>
      )}
    </>
  );
}

interface OpenProps {
  readonly name: DialogName | null;
  readonly view: ConversationView;
  readonly onClose: () => void;
}

function OpenDialog({ name, view, onClose }: OpenProps) {
  switch (name) {
    case null:
      return null;
    case 'transfer':
    case 'assign':
      return <GiveDialog view={view} how={name} onClose={onClose} />;
    case 'hand-back':
      return <HandBackDialog view={view} onClose={onClose} />;
    case 'close':
      return <CloseDialog view={view} onClose={onClose} />;
    case 'take-back':
      return <TakeBackDialog view={view} onClose={onClose} />;
    case 'snooze':
      return <SnoozeDialog view={view} onClose={onClose} />;
    case 'label':
      return <LabelDialog view={view} onClose={onClose} />;
    case 'callback':
      return <CallbackDialog view={view} onClose={onClose} />;
  }
}
