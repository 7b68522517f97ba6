import { SendOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Grid, Input, Typography } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { useKeys } from '../../../parts/use-keys.ts';
import { useSession } from '../../../shell/session.tsx';
import { words } from '../../../words/conversation.ts';
import { DraftNotes } from './draft-notes.tsx';
import { LaterDialog } from './later-dialog.tsx';
import { ReplyChecks } from './reply-checks.tsx';
import { optionId, StandardPicker } from './standard-picker.tsx';
import { useDraft } from './use-draft.ts';
import { usePicker } from './use-picker.ts';
import { useSending } from './use-sending.ts';

/** As much as the service takes, in UTF-16 units. */
const LONGEST = 1_500;

/** Where a reply is written. What somebody has typed stays, also when the conversation is taken from them meanwhile. */
export function Composer({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const { account } = useSession();
  const canReply = view.actions.includes('reply');
  const draft = useDraft(view, account.id);
  const sending = useSending(view, draft, canReply);
  const [later, setLater] = useState(false);
  const { text } = draft.writing;
  if (!canReply && text.trim() === '')
    return (
      <section className="composer" aria-label={t('composer')}>
        <DraftNotes view={view} onUse={draft.startAnew} />
        <WhyNot view={view} />
      </section>
    );
  return (
    <section className="composer" aria-label={t('composer')}>
      <DraftNotes view={view} onUse={draft.startAnew} />
      {!canReply && <TakenAway view={view} text={text} />}
      <ReplyBox
        view={view}
        text={text}
        enabled={canReply}
        onText={draft.write}
        onSend={sending.send}
        tools={
          <SendButtons
            sending={sending}
            canSchedule={view.actions.includes('schedule')}
            onLater={() => {
              setLater(true);
            }}
          />
        }
      />
      <Counts sending={sending} text={text} saved={draft.saved} />
      <ReplyChecks {...sending} onOverride={sending.setOverride} />
      {later && (
        <LaterDialog
          busy={sending.busy}
          onDone={(sendAt) => {
            sending.sendLater(sendAt, () => {
              setLater(false);
            });
          }}
          onClose={() => {
            setLater(false);
          }}
        />
      )}
    </section>
  );
}

interface SendProps {
  readonly sending: ReturnType<typeof useSending>;
  readonly canSchedule: boolean;
  readonly onLater: () => void;
}

function SendButtons({ sending, canSchedule, onLater }: SendProps) {
  const t = useWords(words);
  return (
    <Flex gap={8} className="composer-end">
      <Button disabled={!sending.isReady || !canSchedule} onClick={onLater}>
        {t('sendLater')}
      </Button>
      <Button
        type="primary"
        icon={<SendOutlined aria-hidden="true" />}
        disabled={!sending.isReady}
        loading={sending.busy}
        onClick={sending.send}
      >
        {t('send')}
      </Button>
    </Flex>
  );
}

interface BoxProps {
  readonly view: ConversationView;
  readonly text: string;
  readonly enabled: boolean;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  readonly tools: ReactNode;
}

function ReplyBox({ view, text, enabled, onText, onSend, tools }: BoxProps) {
  const t = useWords(words);
  const box = useRef<TextAreaRef>(null);
  // A telephone has no such keys.
  const wide = Grid.useBreakpoint().lg === true;
  const list = useId();
  const picker = usePicker(view.id, text, onText);
  useKeys({ r: () => box.current?.focus() });
  return (
    <>
      {picker.isOpen && <StandardPicker id={list} replies={picker.replies} at={picker.at} onPick={picker.pick} />}
      <Input.TextArea
        ref={box}
        aria-label={t('composer')}
        placeholder={t(wide ? 'composerHint' : 'composerHintShort')}
        value={text}
        readOnly={!enabled}
        maxLength={LONGEST}
        autoSize={{ minRows: 2, maxRows: 8 }}
        {...(picker.isOpen && picker.replies.length > 0
          ? { 'aria-controls': list, 'aria-activedescendant': optionId(list, picker.at) }
          : {})}
        onChange={(event) => {
          picker.onWritten();
          onText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (picker.onKey(event)) return;
          if (event.key === 'Escape') box.current?.blur();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSend();
        }}
      />
      <Flex gap={8} align="center" justify="space-between" wrap className="composer-tools">
        <Button
          icon={<SnippetsOutlined aria-hidden="true" />}
          disabled={!enabled || text !== ''}
          onClick={() => {
            onText('/');
            box.current?.focus();
          }}
        >
          {t('standard')}
        </Button>
        {tools}
      </Flex>
    </>
  );
}

interface CountsProps {
  readonly sending: ReturnType<typeof useSending>;
  readonly text: string;
  readonly saved: boolean;
}

function Counts({ sending: { check }, text, saved }: CountsProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  if (text === '') return null;
  const parts = [t('characters', { n: Array.from(text).length })];
  if (check !== undefined && check.segments > 0) parts.push(t('segments', { n: check.segments }));
  if (check?.cost !== undefined && check.cost !== null) {
    const { amount, currency } = check.cost;
    parts.push(t('cost', { amount: amount.toLocaleString(language), currency }));
  }
  if (saved) parts.push(t('draftKept'));
  return (
    <Typography.Text type="secondary" className="composer-counts">
      {parts.join(' · ')}
    </Typography.Text>
  );
}

/** Why nothing can be written now. */
function WhyNot({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  if (view.optedOut) return <Alert type="warning" showIcon title={t('optedOut')} />;
  if (view.unreachable) return <Alert type="warning" showIcon title={t('unreachable')} />;
  return <Typography.Text type="secondary">{t('composerClosed')}</Typography.Text>;
}

/** Somebody else has the conversation while words stand in the box. */
function TakenAway({ view, text }: { readonly view: ConversationView; readonly text: string }) {
  const t = useWords(words);
  if (view.owner === null) return <WhyNot view={view} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('takenAway', { name: view.owner.name })}
      action={<Typography.Text copyable={{ text, tooltips: [t('copy'), t('copied')] }} />}
    />
  );
}
