import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { FlowsView, SettingsVersionDetail } from '../../../../wire/settings.ts';
import { ApiError, get, post } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings.ts';
import { Changes } from './changes.tsx';
import { Effects } from './effects.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { Tried } from './tried.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** What somebody else published, or wrote into the file, meanwhile. */
interface Newer {
  readonly base: string;
  readonly version: SettingsVersionDetail;
}

async function newerThanMine(draft: Draft): Promise<Newer | null> {
  const disk: FlowsView | undefined = await draft.refresh();
  if (disk === undefined) return null;
  const version = await get<SettingsVersionDetail>(`/api/settings/flows/versions/${String(disk.version)}`);
  return { base: disk.base, version };
}

/** Shows what publishing brings, asks why, and publishes; of a conflict both sides are shown, and the choice is theirs. */
export function PublishDialog({ draft, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [newer, setNewer] = useState<Newer | null>(null);
  const path = may('flows.publish') ? '/api/settings/flows/publish' : '/api/settings/flows/parts';
  const publishing = useMutation({
    mutationFn: (why: string) =>
      post<{ number: number }>(path, { text: draft.text, base: newer?.base ?? draft.base, why }),
    onSuccess: async ({ number }) => {
      void message.success(t('published', { n: number }));
      await client.invalidateQueries({ queryKey: ['settings'] });
      draft.discard();
      onClose();
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.code === 'SETTINGS_CONFLICT') setNewer(await newerThanMine(draft));
    },
  });
  return (
    <ReasonDialog
      title={t('publishTitle')}
      okText={newer === null ? t('publishNow') : t('publishOver')}
      danger={newer !== null}
      busy={publishing.isPending}
      error={newer === null ? publishing.error : null}
      onCancel={onClose}
      onOk={(why) => {
        publishing.mutate(why);
      }}
    >
      {newer !== null && (
        <Conflict
          newer={newer}
          onTake={() => {
            draft.discard();
            onClose();
          }}
        />
      )}
      {draft.check !== undefined && (
        <>
          <Tried text={draft.text} />
          <Effects check={draft.check} />
          <Changes differences={draft.check.differences} />
        </>
      )}
    </ReasonDialog>
  );
}

function Conflict({ newer: { version }, onTake }: { readonly newer: Newer; readonly onTake: () => void }) {
  const t = useWords(words);
  const explain = useErrorWords();
  const who = version.who ?? t('h_disk');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gap-below"
      title={explain(new ApiError(409, 'SETTINGS_CONFLICT'))}
      action={<Button onClick={onTake}>{t('takeTheirs')}</Button>}
      description={
        <>
          <p>
            {t('version', { n: version.number })} · {who} {version.why}
          </p>
          <p>{t('theirChanges')}</p>
          <Changes differences={version.differences} />
        </>
      }
    />
  );
}
