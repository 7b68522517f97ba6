import { Tag } from 'antd';
import { Link } from 'wouter';
import type { ShiftRow } from '../../wire/shifts.ts';
import { useWords } from '../language/language.tsx';
import { useShiftsNow } from '../pages/shifts/use-shifts.ts';
import { useNow } from '../shell/clock.tsx';
import { useMay } from '../shell/session.tsx';
import { words } from '../words/shifts.ts';
import { words as noticeWords } from '../words/work-notices.ts';

/** One's own shift until a colleague has taken over, and those of colleagues that wait for somebody: on every page. */
export function ShiftBadge() {
  const may = useMay();
  return may('shift.take') ? <Shifts /> : null;
}

function Shifts() {
  const { mine = null, waiting = [] } = useShiftsNow().data ?? {};
  return (
    <>
      {waiting.length > 0 && <Waiting shifts={waiting} />}
      {mine !== null && <Own shift={mine} />}
    </>
  );
}

function Own({ shift }: { readonly shift: ShiftRow }) {
  const t = useWords(words);
  const tn = useWords(noticeWords);
  const waits = shift.state === 'handing_over';
  const isLate = useNow() > shift.endsAt;
  const more = waits ? ` · ${t('waiting')}` : isLate ? ` · ${tn('late')}` : '';
  return (
    <Link href="/shifts">
      <Tag color={more === '' ? 'blue' : 'orange'} title={t(`state_${shift.state}`)}>
        {`${shift.name}${more}`}
      </Tag>
    </Link>
  );
}

/** Until somebody has signed, the shift of the colleague is not over. */
function Waiting({ shifts }: { readonly shifts: readonly ShiftRow[] }) {
  const t = useWords(words);
  const [first] = shifts;
  const text =
    shifts.length === 1 && first !== undefined
      ? t('waitsFor', { name: first.accountName, shift: first.name })
      : t('waitsMore', { n: shifts.length });
  return (
    <Link href="/shifts">
      <Tag color="orange" variant="solid" className="shift-waits" title={text}>
        {text}
      </Tag>
    </Link>
  );
}
