import { Alert } from 'antd';
import type { AffectedConversations, FlowsCheck } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings.ts';

function useAffectedWords(): (affected: AffectedConversations) => string {
  const t = useWords(words);
  return ({ flows, questions }) => {
    if (flows.length === 0) return t('affectedNone');
    const count = (names: readonly string[]) =>
      flows.reduce((sum, one) => sum + (names.includes(one.flow) ? one.count : 0), 0);
    const all = t('affected', { followup: count(['followup']), consultation: count(['consultation', 'inquiry']) });
    const touched = questions.map(({ id, change, count: n }) =>
      t(change === 'removed' ? 'affectedRemoved' : 'affectedChanged', { id, n }),
    );
    return [all, ...touched].join('\n');
  };
}

/** What publishing would bring: whom it touches, and what to look at twice. */
export function Effects({ check }: { readonly check: FlowsCheck }) {
  const t = useWords(words);
  const affected = useAffectedWords();
  const lines = (text: string, paths: readonly string[]) => (
    <span className="lines">{[text, ...paths].join('\n')}</span>
  );
  return (
    <>
      {check.safety.length > 0 && (
        <Alert type="error" showIcon className="gap-below" title={lines(t('safety'), check.safety)} />
      )}
      {check.affected !== null && (
        <Alert
          type={check.affected.questions.length > 0 ? 'warning' : 'info'}
          showIcon
          className="gap-below"
          title={<span className="lines">{affected(check.affected)}</span>}
        />
      )}
      {check.held.length > 0 && (
        <Alert type="warning" showIcon className="gap-below" title={lines(t('heldTitle'), check.held)} />
      )}
    </>
  );
}
