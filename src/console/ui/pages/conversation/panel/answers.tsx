import { EditOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { GRADES, type Grade } from '../../../../../domain/vocabulary.ts';
import type { AnswerView, ConversationView, CorrectionView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { useTimeText } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';
import { ActionDialog } from '../actions/action-dialog.tsx';
import { useDeskAction } from '../use-conversation.ts';

const COLOURS: Readonly<Record<Grade, string>> = {
  satisfied: 'green',
  mostly_satisfied: 'blue',
  dissatisfied: 'orange',
  no_opinion: 'default',
};

/** What the contact answered, grade and reason; staff put it right with a reason. */
export function Answers({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const [correcting, setCorrecting] = useState<AnswerView | null>(null);
  return (
    <section>
      <h3>{t('answers')}</h3>
      {view.answers.length === 0 && <Typography.Text type="secondary">{t('noAnswers')}</Typography.Text>}
      {view.answers.map((answer) => (
        <AnswerLine
          key={answer.question}
          answer={answer}
          corrections={view.corrections.filter(({ question }) => question === answer.question)}
          {...(view.actions.includes('correct-answer') ? { onCorrect: setCorrecting } : {})}
        />
      ))}
      {view.corrections
        .filter(({ question }) => !view.answers.some((answer) => answer.question === question))
        .map((one) => (
          <div key={one.at} className="answer">
            <span>{one.title}</span>
            <Corrected correction={one} />
          </div>
        ))}
      {correcting !== null && (
        <CorrectDialog
          view={view}
          answer={correcting}
          onClose={() => {
            setCorrecting(null);
          }}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly answer: AnswerView;
  readonly corrections: readonly CorrectionView[];
  readonly onCorrect?: (answer: AnswerView) => void;
}

function AnswerLine({ answer, corrections, onCorrect }: LineProps) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  return (
    <div className="answer">
      <Flex justify="space-between" align="center" gap={8}>
        <span>{answer.title}</span>
        <Flex gap={4} align="center">
          <Tag color={COLOURS[answer.grade]}>{tv(`grade_${answer.grade}`)}</Tag>
          {onCorrect !== undefined && (
            <Button
              type="text"
              size="small"
              icon={<EditOutlined aria-hidden="true" />}
              aria-label={t('correctTitle', { question: answer.title })}
              title={t('correct')}
              onClick={() => {
                onCorrect(answer);
              }}
            />
          )}
        </Flex>
      </Flex>
      {answer.reason !== null && (
        <Typography.Text type="secondary">{t('answerReason', { reason: answer.reason })}</Typography.Text>
      )}
      {corrections.map((one) => (
        <Corrected key={one.at} correction={one} />
      ))}
    </div>
  );
}

/** What it was before, who put it right, and why: a grade that staff set is not taken for the patient's own. */
function Corrected({ correction: { from, to, by, at, why } }: { readonly correction: CorrectionView }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const time = useTimeText();
  const said = (answer: CorrectionView['from']) =>
    answer === null
      ? t('noAnswer')
      : [tv(`grade_${answer.grade}`), answer.reason ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Typography.Paragraph type="secondary" className="answer-corrected">
      <EditOutlined aria-hidden="true" /> {t('corrected', { by, time: time(at), from: said(from), to: said(to), why })}
    </Typography.Paragraph>
  );
}

/** `none`: there is no answer. A form's field cannot hold null and be required. */
interface Given {
  readonly grade: Grade | 'none';
  readonly reason?: string;
  readonly why: string;
}

interface DialogProps {
  readonly view: ConversationView;
  readonly answer: AnswerView;
  readonly onClose: () => void;
}

function CorrectDialog({ view, answer, onClose }: DialogProps) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const [form] = Form.useForm<Given>();
  const correct = useDeskAction(view.id, 'correct-answer');
  const save = ({ grade, reason, why }: Given) => {
    const said = reason?.trim() ?? '';
    correct.mutate(
      {
        question: answer.question,
        grade: grade === 'none' ? null : grade,
        ...(said === '' || grade === 'none' ? {} : { reason: said }),
        why: why.trim(),
      },
      { onSuccess: onClose },
    );
  };
  const grades = [...GRADES.map((value) => ({ value, label: tv(`grade_${value}`) }))];
  return (
    <ActionDialog<Given>
      title={t('correctTitle', { question: answer.title })}
      form={form}
      start={{ grade: answer.grade, ...(answer.reason === null ? {} : { reason: answer.reason }) }}
      busy={correct.isPending}
      onDone={save}
      onClose={onClose}
    >
      <Form.Item name="grade" label={t('grade')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={[...grades, { value: 'none', label: t('noAnswer') }]} />
      </Form.Item>
      <Form.Item name="reason" label={t('theirWords')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="why"
        label={t('correctWhy')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}
