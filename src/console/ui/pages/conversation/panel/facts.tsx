import { Alert, Descriptions, Tag, Typography } from 'antd';
import type { ConversationView, StayView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { PatientName } from '../../../parts/patient-name.tsx';
import { PriorityTag } from '../../../parts/tags.tsx';
import { useTimeText } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';
import { Answers } from './answers.tsx';

/** What is known: handoff, answers, stay, and what comes by itself. */
export function Facts({ view }: { readonly view: ConversationView }) {
  return (
    <div className="panel-body">
      {view.handoff !== null && <HandoffFacts view={view} />}
      <Answers view={view} />
      <StayFacts view={view} />
      {view.timers.length > 0 && <Timers view={view} />}
    </div>
  );
}

function HandoffFacts({ view: { handoff } }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const time = useTimeText();
  if (handoff === null) return null;
  return (
    <section>
      <h3>{t('handoff')}</h3>
      <p>
        <PriorityTag priority={handoff.priority} /> <strong>{tv(`reason_${handoff.reason}`)}</strong>{' '}
        {t('handoffSince', { time: time(handoff.since) })}
      </p>
      {handoff.history.length > 0 && (
        <p>{t('handoffBefore', { reasons: handoff.history.map((reason) => tv(`reason_${reason}`)).join(' → ') })}</p>
      )}
      {handoff.answeredAt !== null && <p>{t('handoffAnswered', { time: time(handoff.answeredAt) })}</p>}
    </section>
  );
}

function StayFacts({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const { stay } = view;
  const lines = useFactLines(view);
  const name = (
    <PatientName
      name={stay?.patientName ?? view.contact.name}
      {...(view.actions.includes('unmask') ? { conversationId: view.id } : {})}
    />
  );
  return (
    <section>
      <h3>{t('stay')}</h3>
      {stay === null && <Typography.Paragraph type="secondary">{t('noStay')}</Typography.Paragraph>}
      {stay?.deceased === true && <Alert type="warning" showIcon title={t('deceased')} className="gap-below" />}
      {stay?.minor === true && <Alert type="warning" showIcon title={t('minor')} className="gap-below" />}
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'patient', label: t('patient'), children: name },
          ...lines.map(([key, value]) => ({ key, label: t(key), children: value })),
        ]}
      />
      {view.labels.length > 0 && <h3>{t('labels')}</h3>}
      {view.labels.map((label) => (
        <Tag key={label}>{label}</Tag>
      ))}
    </section>
  );
}

type FactName = 'sexAge' | 'department' | 'doctor' | 'nurse' | 'discharged' | 'contact' | 'respondent' | 'address';

/** Name and value of what is known; what is not is left out. */
function useFactLines(view: ConversationView): readonly (readonly [FactName, string])[] {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const { stay, contact, respondent } = view;
  const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  const ofStay = (known: StayView) =>
    [
      [
        'sexAge',
        joined([tv(`gender_${known.gender}`), known.ageYears === null ? null : t('years', { n: known.ageYears })]),
      ],
      ['department', known.department],
      ['doctor', known.doctor ?? ''],
      ['nurse', known.nurse ?? ''],
      ['discharged', known.dischargedOn],
    ] as const;
  const lines: readonly (readonly [FactName, string])[] = [
    ...(stay === null ? [] : ofStay(stay)),
    ['contact', joined([contact.name, contact.relation])],
    ['respondent', respondent === null ? '' : tv(`respondent_${respondent}`)],
    ['address', joined([view.address, tv(`channel_${view.channel}`)])],
  ];
  return lines.filter(([, value]) => value !== '');
}

function Timers({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const time = useTimeText();
  return (
    <section>
      <h3>{t('timers')}</h3>
      <ul className="plain-list">
        {view.timers.map(({ kind, dueAt }) => (
          <li key={kind}>
            {time(dueAt)} · {t(`timer_${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
