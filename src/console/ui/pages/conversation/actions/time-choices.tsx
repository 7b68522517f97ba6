import { Button, Flex } from 'antd';
import { DAY, HOUR } from '../../../../../domain/clock.ts';
import { atLocal, minuteOfDay } from '../../../../../domain/zoned-time.ts';
import { useWords } from '../../../language/language.tsx';
import { useReadNow, useZone } from '../../../shell/clock.tsx';
import { words } from '../../../words/conversation.ts';

const AFTERNOON = 14 * 60;
const MORNING = 9 * 60;

/** Moments that are often meant, one click each. */
export function TimeChoices({ onChoose }: { readonly onChoose: (at: number) => void }) {
  const t = useWords(words);
  const zone = useZone();
  const readNow = useReadNow();
  const now = readNow();
  const choices = [
    ['inAnHour', now + HOUR],
    ...(minuteOfDay(now, zone) < AFTERNOON ? [['thisAfternoon', atLocal(now, zone, 0, AFTERNOON)] as const] : []),
    ['tomorrowMorning', atLocal(now + DAY, zone, 0, MORNING)],
  ] as const;
  return (
    <Flex gap={8} wrap className="gap-below">
      {choices.map(([name, at]) => (
        <Button
          key={name}
          size="small"
          onClick={() => {
            onChoose(at);
          }}
        >
          {t(name)}
        </Button>
      ))}
    </Flex>
  );
}
