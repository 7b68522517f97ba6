import { Descriptions } from 'antd';
import type { Simulation } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/settings-try.ts';

type Known = keyof (typeof words)['en'];

/** What the service would have recorded of a simulated chat. */
export function Recorded({ chat }: { readonly chat: Simulation }) {
  const t = useWords(words);
  const said = (key: string) => (Object.hasOwn(words.en, key) ? t(key as Known) : key.replace(/^\w_/u, ''));
  const answers = Object.entries(chat.answers);
  const lines = (all: readonly string[]) => (
    <span className="lines">{all.length === 0 ? t('none') : all.join('\n')}</span>
  );
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      items={[
        {
          key: 'state',
          label: t('state'),
          children: (
            <>
              {said(`st_${chat.state}`)} {chat.outcome ?? ''}
              {chat.resumeAt !== null && <Clock at={chat.resumeAt} look="full" />}
            </>
          ),
        },
        {
          key: 'answers',
          label: t('answers'),
          children: lines(
            answers.map(([question, { grade, reason }]) => `${question}: ${said(`a_${grade}`)} ${reason ?? ''}`),
          ),
        },
        {
          key: 'registers',
          label: t('registers'),
          children: lines(chat.registers.map(({ kind, text }) => `${said(`k_${kind}`)}: ${text}`)),
        },
        {
          key: 'handoff',
          label: t('handoff'),
          children: chat.handoff === null ? t('none') : `${chat.handoff.reason} (${chat.handoff.priority})`,
        },
        {
          key: 'requests',
          label: t('requests'),
          children: lines(chat.requests.map(({ kind, text }) => `${kind}: ${text}`)),
        },
      ]}
    />
  );
}
