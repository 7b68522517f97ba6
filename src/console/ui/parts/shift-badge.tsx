import { Tag } from 'antd';
import { Link } from 'wouter';
import { useWords } from '../language/language.tsx';
import { useShiftsNow } from '../pages/shifts/use-shifts.ts';
import { useMay } from '../shell/session.tsx';
import { words } from '../words/shifts.ts';

/** One's own shift, on every page until a colleague has taken over. */
export function ShiftBadge() {
  const may = useMay();
  return may('shift.take') ? <Own /> : null;
}

function Own() {
  const t = useWords(words);
  const mine = useShiftsNow().data?.mine ?? null;
  if (mine === null) return null;
  const waits = mine.state === 'handing_over';
  return (
    <Link href="/shifts">
      <Tag color={waits ? 'orange' : 'blue'} title={t(`state_${mine.state}`)}>
        {waits ? `${mine.name} · ${t('waiting')}` : mine.name}
      </Tag>
    </Link>
  );
}
