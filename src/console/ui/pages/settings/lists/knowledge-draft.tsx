import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import type { KnowledgeDraft, KnowledgeSheetChanges, KnowledgeView } from '../../../../wire/settings.ts';
import { post } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { words } from '../../../words/settings-lists.ts';
import { ReasonDialog } from '../flows/reason-dialog.tsx';

interface Props {
  readonly draft: KnowledgeDraft;
  /** The knowledge base after it was taken over; null: it was left. */
  readonly onDone: (taken: KnowledgeView | null) => void;
}

/** A workbook that was read: what is wrong with it, or what it would change. */
export function KnowledgeDraftView({ draft, onDone }: Props) {
  const t = useWords(words);
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const taking = useMutation({
    mutationFn: (why: string) => post<KnowledgeView>(`/api/settings/knowledge/drafts/${draft.id}/take`, { why }),
    onSuccess: (view) => {
      void message.success(t('k_taken'));
      onDone(view);
    },
  });
  const usable = draft.faults.length === 0 && draft.changes?.length !== 0;
  return (
    <Card size="small" title={t('k_changes')}>
      <Flex vertical gap={12}>
        <DraftContent draft={draft} />
        <Flex gap={8}>
          {usable && (
            <Button
              type="primary"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('k_take')}
            </Button>
          )}
          <Button
            onClick={() => {
              onDone(null);
            }}
          >
            {t('k_drop')}
          </Button>
        </Flex>
      </Flex>
      {asking && (
        <ReasonDialog
          title={t('k_changes')}
          okText={t('k_takeNow')}
          busy={taking.isPending}
          error={taking.error}
          onCancel={() => {
            setAsking(false);
          }}
          onOk={(why) => {
            taking.mutate(why);
          }}
        />
      )}
    </Card>
  );
}

function DraftContent({ draft: { faults, notes, changes } }: { readonly draft: KnowledgeDraft }) {
  const t = useWords(words);
  return (
    <>
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('k_bookFaults', { n: faults.length })}
          description={<div className="settings-scroll lines">{faults.join('\n')}</div>}
        />
      )}
      {notes.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('k_notes')}
          description={<span className="lines">{notes.join('\n')}</span>}
        />
      )}
      {faults.length === 0 && changes === null && <Alert type="warning" showIcon title={t('k_noCompare')} />}
      {changes?.length === 0 && <Alert type="info" showIcon title={t('k_noChanges')} />}
      {changes?.map((sheet) => (
        <SheetChanges key={sheet.sheet} changes={sheet} />
      ))}
    </>
  );
}

function SheetChanges({ changes }: { readonly changes: KnowledgeSheetChanges }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const { sheet, added, removed, changed, reordered } = changes;
  const title = t('k_sheet', { sheet, plus: added.length, minus: removed.length, other: changed.length });
  return (
    <div>
      <Typography.Text strong>{title}</Typography.Text>
      <div className="settings-scroll">
        {added.map((name) => (
          <div key={`+${name}`}>
            <ins>＋ {name}</ins>
          </div>
        ))}
        {removed.map((name) => (
          <div key={`-${name}`}>
            <del>－ {name}</del>
          </div>
        ))}
        {changed.map(({ name, cells }) => (
          <div key={`~${name}`} className="settings-change">
            {name}
            {cells.map(({ header, from, to }) => (
              <div key={header}>
                {labelled(header, '')}
                <del>{from}</del> <ins>{to}</ins>
              </div>
            ))}
          </div>
        ))}
        {reordered && <Typography.Text type="secondary">{t('k_reordered')}</Typography.Text>}
      </div>
    </div>
  );
}
