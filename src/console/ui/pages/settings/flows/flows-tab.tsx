import { Alert, Badge, Button, Flex, Segmented, Tag, Typography } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../language/language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings.ts';
import { SettingsForm } from '../form/settings-form.tsx';
import { TryPanel } from '../tries/try-panel.tsx';
import { Faults } from './faults.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { type Draft, useDraft } from './use-draft.ts';

const Editor = lazy(() => import('./editor.tsx'));
const MODES = ['form', 'text', 'try', 'history'] as const;
type Mode = (typeof MODES)[number];

/** flows.config.json: edited as a form or as text, tried, published, put back. */
export default function FlowsTab() {
  const { draft, error, retry } = useDraft('flows');
  if (draft === undefined) return error === null ? <LoadingState /> : <ErrorState error={error} retry={retry} />;
  return <FlowsDesk draft={draft} />;
}

function FlowsDesk({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const may = useMay();
  const [mode, setMode] = useState<Mode>('form');
  const [line, setLine] = useState<{ line: number; times: number } | null>(null);
  const mayEdit = may('flows.publish') || may('settings.edit');
  const faults = draft.check?.faults ?? [];
  return (
    <>
      <DiskState draft={draft} />
      <Segmented<Mode>
        className="gap-below"
        value={mode}
        onChange={setMode}
        options={MODES.map((one) => ({ value: one, label: t(`mode_${one}`) }))}
      />
      {mode !== 'history' && (
        <Faults
          faults={faults}
          onShow={(wanted) => {
            setMode('text');
            setLine({ line: wanted, times: (line?.times ?? 0) + 1 });
          }}
        />
      )}
      {mode === 'form' && <SettingsForm draft={draft} />}
      {mode === 'text' && (
        <Suspense fallback={<LoadingState />}>
          <Editor text={draft.text} label={t('editor')} readOnly={!mayEdit} onChange={draft.write} show={line} />
        </Suspense>
      )}
      {mode === 'try' && <TryPanel draft={draft} />}
      {mode === 'history' && <HistoryPanel draft={draft} />}
      {mayEdit && mode !== 'history' && <PublishBar draft={draft} />}
    </>
  );
}

function DiskState({ draft: { disk } }: { readonly draft: Draft }) {
  const t = useWords(words);
  return (
    <>
      <Flex gap={8} align="center" wrap className="gap-below">
        <Typography.Text strong>{disk.file}</Typography.Text>
        <Tag>{t('version', { n: disk.version })}</Tag>
        <Tag color={disk.inForce ? 'green' : 'orange'}>{t(disk.inForce ? 'inForce' : 'notInForce')}</Tag>
      </Flex>
      {!disk.inForce && (
        <Alert type="warning" showIcon className="gap-below" title={t('onDisk')} description={t('onDiskHint')} />
      )}
      {disk.held.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={t('heldTitle')}
          description={<span className="lines">{disk.held.join('\n')}</span>}
        />
      )}
    </>
  );
}

function CheckState({ draft: { check, checking } }: { readonly draft: Draft }) {
  const t = useWords(words);
  const faults = check?.faults.length ?? 0;
  const changes = check?.differences.length ?? 0;
  return (
    <span role="status">
      {checking && <Badge status="processing" text={t('checking')} />}
      {!checking && faults > 0 && <Badge status="error" text={t('faults', { n: faults })} />}
      {!checking && faults === 0 && <Badge status="success" text={t('changes', { n: changes })} />}
    </span>
  );
}

/** Stays in sight while somebody edits: how much is changed, and the way on. */
function PublishBar({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const [publishing, setPublishing] = useState(false);
  const { check, checking, changed, disk } = draft;
  const faults = check?.faults.length ?? 0;
  const adopt = !changed && !disk.inForce;
  if (!changed && !adopt) return null;
  return (
    <Flex className="settings-bar" gap={12} align="center" justify="space-between" wrap>
      <CheckState draft={draft} />
      <Flex gap={8} wrap>
        {changed && (
          <ConfirmButton question={t('discardAsk')} consequence={t('discardHint')} onConfirm={draft.discard}>
            {t('discard')}
          </ConfirmButton>
        )}
        <Button
          type="primary"
          disabled={checking || faults > 0}
          onClick={() => {
            setPublishing(true);
          }}
        >
          {adopt ? t('adopt') : t('publish')}
        </Button>
      </Flex>
      {publishing && (
        <PublishDialog
          draft={draft}
          onClose={() => {
            setPublishing(false);
          }}
        />
      )}
    </Flex>
  );
}
