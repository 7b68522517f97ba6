import { CarryOutOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { useWorkCounts, WORK_KEY } from '../pages/work/use-work.ts';
import { useLive } from '../shell/live.tsx';
import { useMay } from '../shell/session.tsx';
import { words } from '../words/work-notices.ts';

/** How many tasks one should see to, on every page: reminded of, past their time, given to one, or left by a shift. */
export function WorkBadge() {
  const may = useMay();
  return may('work.view') ? <Tasks /> : null;
}

function Tasks() {
  const t = useWords(words);
  const client = useQueryClient();
  const [, go] = useLocation();
  useLive('work', () => void client.invalidateQueries({ queryKey: [WORK_KEY, 'counts'] }));
  const n = useWorkCounts().data?.attention ?? 0;
  return (
    <Badge count={n} size="small" offset={[-6, 6]}>
      <Button
        type="text"
        icon={<CarryOutOutlined aria-hidden="true" />}
        aria-label={n === 0 ? t('badge') : t('badgeCount', { n })}
        title={n === 0 ? t('badge') : t('badgeCount', { n })}
        onClick={() => {
          go(n === 0 ? '/work' : '/work?tab=attention');
        }}
      />
    </Badge>
  );
}
