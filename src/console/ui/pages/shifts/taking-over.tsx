import { App, Button, Flex, Input, Radio, Typography } from 'antd';
import { useState } from 'react';
import type { AcceptedView, PointView, ShiftDetail } from '../../../wire/shifts.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { words } from '../../words/shifts.ts';
import { Points, pointLabel } from './points.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { useShiftStep } from './use-shifts.ts';

interface Mark {
  readonly ok: boolean;
  readonly remark: string;
}

type Marks = Readonly<Record<string, Mark>>;

const isMarked = (mark: Mark | undefined): boolean => mark !== undefined && (mark.ok || mark.remark.trim() !== '');

/** The incoming officer: √ or × for each point, and the signature that ends the shift. */
export function TakingOver({ shift }: { readonly shift: ShiftDetail }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const [marks, setMarks] = useState<Marks>({});
  const [signing, setSigning] = useState(false);
  const left = shift.points.filter(({ key }) => !isMarked(marks[key])).length;
  const acceptRest = () => {
    const rest = shift.points.filter(({ key }) => marks[key] === undefined);
    setMarks({ ...marks, ...Object.fromEntries(rest.map(({ key }) => [key, { ok: true, remark: '' }])) });
  };
  return (
    <Flex vertical gap={16}>
      {shift.general !== '' && (
        <Typography.Paragraph>
          <strong>{labelled(t('general'), '')}</strong>
          <span className="lines">{shift.general}</span>
        </Typography.Paragraph>
      )}
      <Points
        points={shift.points}
        more={shift.more}
        below={(point) => (
          <Checking
            point={point}
            mark={marks[point.key]}
            onMark={(key, mark) => {
              setMarks({ ...marks, [key]: mark });
            }}
          />
        )}
      />
      <Flex gap={8} wrap align="center">
        <Button disabled={left === 0} onClick={acceptRest}>
          {t('allOk')}
        </Button>
        <Button
          type="primary"
          disabled={left > 0}
          onClick={() => {
            setSigning(true);
          }}
        >
          {t('signIn')}
        </Button>
        {left > 0 && <Typography.Text type="secondary">{t('left', { n: left })}</Typography.Text>}
      </Flex>
      {signing && (
        <SigningIn
          shift={shift}
          marks={marks}
          onClose={() => {
            setSigning(false);
          }}
        />
      )}
    </Flex>
  );
}

interface SigningProps {
  readonly shift: ShiftDetail;
  readonly marks: Marks;
  readonly onClose: () => void;
}

function SigningIn({ shift, marks, onClose }: SigningProps) {
  const t = useWords(words);
  const { message } = App.useApp();
  const step = useShiftStep<AcceptedView>(`/api/shifts/${encodeURIComponent(shift.id)}/accept`);
  return (
    <SignatureDialog
      title={t('signIn')}
      textLabel={t('acceptRemark')}
      asksTransfer
      busy={step.isPending}
      error={step.error}
      onSign={({ text, transfer, password }) => {
        const checks = shift.points.map(({ key }) => ({ key, ok: false, remark: '', ...marks[key] }));
        step.mutate(
          { version: shift.version, checks, remark: text, transfer, password },
          {
            onSuccess: ({ transferred, escalated }) => {
              onClose();
              void message.success(t('accepted', { moved: transferred, left: escalated }));
            },
          },
        );
      }}
      onClose={onClose}
    />
  );
}

interface CheckingProps {
  readonly point: PointView;
  readonly mark: Mark | undefined;
  readonly onMark: (key: string, mark: Mark) => void;
}

function Checking({ point, mark, onMark }: CheckingProps) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const { key, note } = point;
  const label = pointLabel(point);
  return (
    <Flex vertical gap={8}>
      {note !== '' && <span>{labelled(t('note'), note)}</span>}
      <Radio.Group
        aria-label={label}
        optionType="button"
        value={mark === undefined ? null : mark.ok}
        options={[
          { value: true, label: t('ok') },
          { value: false, label: t('refuse') },
        ]}
        onChange={({ target }) => {
          onMark(key, { ok: target.value === true, remark: mark?.remark ?? '' });
        }}
      />
      {mark?.ok === false && (
        <Input
          aria-label={labelled(t('remark'), label)}
          placeholder={t('remarkNeeded')}
          status={mark.remark.trim() === '' ? 'error' : ''}
          maxLength={500}
          value={mark.remark}
          onChange={({ target }) => {
            onMark(key, { ok: false, remark: target.value });
          }}
        />
      )}
    </Flex>
  );
}
