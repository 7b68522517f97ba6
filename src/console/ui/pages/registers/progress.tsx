import { Grid, Steps } from 'antd';
import type { RegisterStep } from '../../../../domain/register.ts';
import type { EntryWire } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/registers.ts';

const COMPLAINT = ['assign', 'answer', 'approve', 'close'] as const satisfies readonly RegisterStep[];
const STATUSES = ['open', 'assigned', 'answered', 'approved', 'closed'] as const;

/** How far an entry has come, and who signed each step when. */
export function Progress({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  const time = useTimeText();
  const wide = Grid.useBreakpoint().md === true;
  const steps: readonly RegisterStep[] = entry.kind === 'complaint' ? COMPLAINT : ['conclude'];
  const done = entry.kind === 'complaint' ? STATUSES.indexOf(entry.status) : entry.status === 'closed' ? 1 : 0;
  const signed = (step: RegisterStep) => {
    const last = entry.signatures.findLast((one) => one.step === step);
    return last === undefined ? t('notSigned') : t('signedBy', { name: last.name, at: time(last.at) });
  };
  if (entry.dismissed !== null)
    return (
      <Steps
        size="small"
        current={1}
        items={[{ title: t('step_dismiss'), content: `${t(`dismissal_${entry.dismissed}`)} · ${signed('dismiss')}` }]}
      />
    );
  return (
    <Steps
      size="small"
      orientation={wide ? 'horizontal' : 'vertical'}
      current={done}
      items={steps.map((step, index) => ({ title: t(`step_${step}`), content: index < done ? signed(step) : '' }))}
    />
  );
}
