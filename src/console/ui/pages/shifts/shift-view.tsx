import { Button, Descriptions, Flex, Tag, Typography } from 'antd';
import type { ShiftSignature } from '../../../../domain/shift.ts';
import type { ShiftDetail } from '../../../wire/shifts.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { Clock } from '../../parts/times.tsx';
import { useSession } from '../../shell/session.tsx';
import { words } from '../../words/shifts.ts';
import { HandingOver } from './handing-over.tsx';
import { Points } from './points.tsx';
import { TakingOver } from './taking-over.tsx';
import { useShift } from './use-shifts.ts';

/** One shift: signed over, taken over, or as it was signed. */
export function ShiftView({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords(words);
  const shift = useShift(id);
  return (
    <Flex vertical gap={16}>
      <div>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
      {shift.isPending && <LoadingState />}
      {shift.isError && <ErrorState error={shift.error} retry={() => shift.refetch()} />}
      {shift.data !== undefined && <Opened shift={shift.data} />}
    </Flex>
  );
}

function Opened({ shift }: { readonly shift: ShiftDetail }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const isMine = useSession().account.id === shift.account;
  const path = `/api/shifts/${encodeURIComponent(shift.id)}/print?language=${language}`;
  return (
    <Flex vertical gap={16}>
      <Flex gap={8} wrap align="center">
        <Typography.Title level={2} className="shift-section">
          {shift.day} {shift.name} · {shift.accountName}
        </Typography.Title>
        <Tag>{t(`state_${shift.state}`)}</Tag>
        {shift.escalatedAt !== null && <Tag color="red">{t('escalated')}</Tag>}
        {shift.state !== 'running' && (
          <>
            <PrintButton path={`${path}&format=html`}>{t('print')}</PrintButton>
            <DownloadButton path={path} name={`${shift.day}-${shift.kind}.pdf`}>
              {t('pdf')}
            </DownloadButton>
          </>
        )}
      </Flex>
      <Signatures shift={shift} />
      {shift.state === 'running' && isMine && <HandingOver shift={shift} />}
      {shift.state === 'handing_over' && !isMine && <TakingOver key={shift.version} shift={shift} />}
      {(shift.state === 'over' ||
        (shift.state === 'handing_over' && isMine) ||
        (shift.state === 'running' && !isMine)) && <AsSigned shift={shift} />}
    </Flex>
  );
}

function Signatures({ shift }: { readonly shift: ShiftDetail }) {
  const t = useWords(words);
  const line = (signature: ShiftSignature | null) =>
    signature === null ? (
      t('notYet')
    ) : (
      <>
        {signature.name} · <Clock at={signature.at} look="full" />
      </>
    );
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, md: 3 }}
      items={[
        { key: 'out', label: t('signedOut'), children: line(shift.signedOut) },
        { key: 'in', label: t('signedIn'), children: line(shift.signedIn) },
        { key: 'review', label: t('reviewedBy'), children: line(shift.review) },
      ]}
    />
  );
}

/** Points with what was written and marked. */
function AsSigned({ shift }: { readonly shift: ShiftDetail }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const remarks = [
    [t('general'), shift.general],
    [t('acceptRemark'), shift.acceptRemark],
    [t('reviewRemark'), shift.review?.remark ?? ''],
  ] as const;
  return (
    <Flex vertical gap={12}>
      {remarks
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <Typography.Paragraph key={label}>
            <strong>{labelled(label, '')}</strong>
            <span className="lines">{text}</span>
          </Typography.Paragraph>
        ))}
      <Points
        points={shift.points}
        more={shift.more}
        below={({ note, check }) => (
          <Flex vertical>
            {note !== '' && <span>{labelled(t('note'), note)}</span>}
            {check !== null && (
              <strong>
                {t(check.ok ? 'ok' : 'refuse')} {check.recused ? t('recused') : check.remark}
              </strong>
            )}
          </Flex>
        )}
      />
    </Flex>
  );
}
