import { Input } from 'antd';
import { fromLocal, parseDate, toLocal } from '../../../domain/zoned-time.ts';
import { useZone } from '../shell/clock.tsx';

interface Props {
  readonly id?: string;
  /** Epoch ms. */
  readonly value?: number | undefined;
  readonly onChange?: (value: number | undefined) => void;
  readonly 'aria-label'?: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date and time of the hospital, whatever zone this machine is in. */
export function WhenInput({ value, onChange, ...input }: Props) {
  const zone = useZone();
  const shown = value === undefined ? undefined : toLocal(value, zone);
  const text =
    shown === undefined
      ? ''
      : `${String(shown.year)}-${two(shown.month)}-${two(shown.day)}T${two(shown.hour)}:${two(shown.minute)}`;
  return (
    <Input
      {...input}
      type="datetime-local"
      defaultValue={text}
      onChange={({ target }) => {
        const [day = '', clock = ''] = target.value.split('T');
        const date = parseDate(day);
        const [hour = 0, minute = 0] = clock.split(':').map(Number);
        onChange?.(date === undefined ? undefined : fromLocal(date, hour * 60 + minute, zone));
      }}
    />
  );
}
