import { Alert } from 'antd';
import { Link } from 'wouter';
import type { OtherPatient } from '../../../wire/conversation.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/conversation.ts';

/** Warns that the number is on file for more than one patient; their data stays in their own conversations. */
export function OtherPatients({ others }: { readonly others: readonly OtherPatient[] }) {
  const t = useWords(words);
  if (others.length === 0) return null;
  const names = others.map(({ name, department, dischargedOn, conversationId }) => {
    const said = t('otherPatient', { name, department, date: dischargedOn });
    return (
      <li key={`${name} ${department} ${dischargedOn}`}>
        {conversationId === null ? said : <Link href={`/c/${encodeURIComponent(conversationId)}`}>{said}</Link>}
      </li>
    );
  });
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={
        <>
          {t('otherPatients')}
          <ul className="plain-list">{names}</ul>
        </>
      }
    />
  );
}
