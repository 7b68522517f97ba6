import { App, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { ShiftDetail } from '../../../wire/shifts.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { words } from '../../words/shifts.ts';
import { Points, pointLabel } from './points.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { useShiftStep } from './use-shifts.ts';

/** The outgoing officer: what is handed over, a note on each point, and the signature. */
export function HandingOver({ shift }: { readonly shift: ShiftDetail }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const { message } = App.useApp();
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [signing, setSigning] = useState(false);
  const step = useShiftStep<ShiftDetail>(`/api/shifts/${encodeURIComponent(shift.id)}/hand-over`);
  return (
    <Flex vertical gap={16}>
      <Points
        points={shift.points}
        more={shift.more}
        below={(point) => (
          <Input
            aria-label={labelled(t('note'), pointLabel(point))}
            placeholder={t('note')}
            maxLength={500}
            value={notes[point.key] ?? ''}
            onChange={({ target }) => {
              setNotes((before) => ({ ...before, [point.key]: target.value }));
            }}
          />
        )}
      />
      <Button
        type="primary"
        onClick={() => {
          setSigning(true);
        }}
      >
        {t('sign')}
      </Button>
      {signing && (
        <SignatureDialog
          title={t('sign')}
          textLabel={t('general')}
          textHint={t('generalHint')}
          busy={step.isPending}
          error={step.error}
          onSign={({ text, password }) => {
            const body = { version: shift.version, notes, general: text, password };
            step.mutate(body, {
              onSuccess: () => {
                setSigning(false);
                void message.success(t('handed'));
              },
            });
          }}
          onClose={() => {
            setSigning(false);
          }}
        />
      )}
    </Flex>
  );
}
