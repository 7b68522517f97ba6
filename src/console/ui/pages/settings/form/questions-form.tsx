import { Card, Flex, Typography } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import type { Draft } from '../flows/use-draft.ts';
import { useField, WordingField } from './fields.tsx';

const idOf = (question: unknown): string =>
  typeof question === 'object' && question !== null && 'id' in question && typeof question.id === 'string'
    ? question.id
    : '';

/** The wording of the questions. Adding and removing some is done in the text: answers and reports hang on them. */
export function QuestionsForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const [questions] = useField(draft, ['followup', 'questions']);
  const list = Array.isArray(questions) ? (questions as readonly unknown[]) : [];
  return (
    <Flex vertical gap={12}>
      {list.map((question, index) => (
        <Card key={idOf(question)} size="small" title={idOf(question)}>
          <Flex vertical gap={16}>
            <Typography.Text type="secondary">{t('q_hint', { id: idOf(question) })}</Typography.Text>
            {(['ask', 'simpler', 'topic'] as const).map((part) => (
              <WordingField
                key={part}
                draft={draft}
                path={['followup', 'questions', index, part]}
                title={t(`q_${part}`)}
                counted={part !== 'topic'}
              />
            ))}
          </Flex>
        </Card>
      ))}
    </Flex>
  );
}
