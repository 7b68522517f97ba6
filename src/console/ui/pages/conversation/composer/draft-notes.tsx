import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import type { ConversationView, DraftView } from '../../../../wire/conversation.ts';
import { post } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useTimeText } from '../../../parts/times.tsx';
import { useSession } from '../../../shell/session.tsx';
import { words } from '../../../words/conversation.ts';
import { conversationKey, conversationPath } from '../conversation-key.ts';

interface Props {
  readonly view: ConversationView;
  readonly onUse: (draft: DraftView) => void;
}

/** Words that have not left: those that wait for their time, and one's own that were refused. */
export function DraftNotes({ view, onUse }: Props) {
  const { account } = useSession();
  const shown = view.drafts.filter(
    ({ author, sendAt, refused }) => sendAt !== null || (refused !== null && author.id === account.id),
  );
  return shown.map((draft) => (
    <DraftNote key={draft.id} view={view} draft={draft} isOwn={draft.author.id === account.id} onUse={onUse} />
  ));
}

interface NoteProps extends Props {
  readonly draft: DraftView;
  readonly isOwn: boolean;
}

function DraftNote({ view, draft, isOwn, onUse }: NoteProps) {
  const t = useWords(words);
  const title = useNoteTitle(draft);
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: () => post<unknown>(`${conversationPath(view.id)}/draft`, { id: draft.id, text: '' }),
    onSuccess: () => client.invalidateQueries({ queryKey: conversationKey(view.id) }),
    onError: (error) => message.error(explain(error)),
  });
  const buttons = isOwn && (
    <Flex gap={8} wrap>
      <Button
        size="small"
        onClick={() => {
          // What waits for its time must not leave while it is being changed.
          drop.mutate(undefined, {
            onSuccess: () => {
              onUse(draft);
            },
          });
        }}
      >
        {draft.sendAt === null ? t('draftUse') : t('draftUnsend')}
      </Button>
      {draft.sendAt === null && (
        <ConfirmButton
          size="small"
          danger
          question={t('draftDropAsk')}
          consequence={t('draftDropHint')}
          onConfirm={() => {
            drop.mutate();
          }}
        >
          {t('draftDrop')}
        </ConfirmButton>
      )}
    </Flex>
  );
  return (
    <Alert
      className="draft-note"
      type={draft.refused === null ? 'info' : 'warning'}
      showIcon
      title={
        <>
          <strong>{title}</strong>
          <div className="draft-text">{draft.text}</div>
        </>
      }
      action={buttons}
    />
  );
}

function useNoteTitle({ sendAt, refused, at, author }: DraftView): string {
  const t = useWords(words);
  const time = useTimeText();
  if (refused !== null) return t('refusedLine', { time: time(at), why: t(`refused_${refused}`) });
  return t('scheduledLine', { name: author.name, time: time(sendAt ?? at) });
}
