import { Descriptions } from 'antd';
import type { Simulation } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/settings-try.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';
import { useQuestionTitle } from '../../conversation/question-title.ts';

type Known = keyof (typeof words)['en'];
type Coded = keyof (typeof vocabulary)['en'];

/** What the service would have recorded of a simulated chat. */
export function Recorded({ chat }: { readonly chat: Simulation }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const titleOf = useQuestionTitle();
  const { labelled, aside } = useMarks();
  const said = (key: string) => (Object.hasOwn(words.en, key) ? t(key as Known) : key.replace(/^\w_/u, ''));
  const coded = (area: string, code: string) =>
    Object.hasOwn(vocabulary.en, `${area}_${code}`) ? tv(`${area}_${code}` as Coded) : code;
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
              {said(`st_${chat.state}`)} {chat.outcome !== null && coded('outcome', chat.outcome)}{' '}
              {chat.resumeAt !== null && <Clock at={chat.resumeAt} look="full" />}
            </>
          ),
        },
        {
          key: 'answers',
          label: t('answers'),
          children: lines(
            answers.map(([question, { grade, reason }]) =>
              labelled(titleOf(question), `${said(`a_${grade}`)} ${reason ?? ''}`),
            ),
          ),
        },
        {
          key: 'registers',
          label: t('registers'),
          children: lines(chat.registers.map(({ kind, text }) => labelled(said(`k_${kind}`), text))),
        },
        {
          key: 'handoff',
          label: t('handoff'),
          children:
            chat.handoff === null
              ? t('none')
              : aside(coded('reason', chat.handoff.reason), coded('priority', chat.handoff.priority)),
        },
        {
          key: 'requests',
          label: t('requests'),
          children: lines(chat.requests.map(({ kind, text }) => labelled(said(`k_${kind}`), text))),
        },
      ]}
    />
  );
}
