import { BulbOutlined } from '@ant-design/icons';
import type { WhyView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { words as findings } from '../../../words/findings.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';
import { useQuestionTitle } from '../question-title.ts';

const CERTAINTY = { acted: 'whyActed', asked: 'whyAsked', ignored: 'whyIgnored' } as const;

/** What the bot read in a message, and what it made of it; folded until somebody asks. */
export function WhyLines({ why }: { readonly why: readonly WhyView[] }) {
  const t = useWords(words);
  if (why.length === 0) return null;
  return (
    <details className="why">
      <summary>
        <BulbOutlined aria-hidden="true" /> {t('whyTitle')}
      </summary>
      <ul>
        {why.map((each) => (
          <WhyLine key={`${each.kind} ${each.question ?? ''} ${each.rule}`} why={each} />
        ))}
      </ul>
    </details>
  );
}

function WhyLine({ why }: { readonly why: WhyView }) {
  const t = useWords(words);
  const tf = useWords(findings);
  const tv = useWords(vocabulary);
  const titleOf = useQuestionTitle();
  const rating = [
    why.question === null ? null : titleOf(why.question),
    why.grade === null ? null : tv(`grade_${why.grade}`),
  ].filter((part) => part !== null);
  return (
    <li>
      <strong>{tf(why.kind)}</strong>
      {rating.length > 0 && ` ${rating.join(' ')}`} · {t(CERTAINTY[why.certainty])}{' '}
      <span className="why-rule">{why.rule}</span>
      {why.people.map(({ written, names, sure }) => (
        <div key={written}>{t(sure ? 'whyPeople' : 'whyPeopleUnsure', { written, names: names.join(' / ') })}</div>
      ))}
    </li>
  );
}
