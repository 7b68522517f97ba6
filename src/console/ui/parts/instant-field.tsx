import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useReadNow, useZone } from '../shell/clock.tsx';
import { instantOf, localTextOf } from './local-time.ts';

interface Props extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'type'> {
  /** Epoch ms; given by the form. */
  readonly value?: number | null;
  readonly onChange?: (at: number | null) => void;
}

/** A moment to come, typed or picked as the hospital's clock shows it, wherever the browser stands. */
export function InstantField({ value, onChange, ...input }: Props) {
  const zone = useZone();
  const readNow = useReadNow();
  return (
    <Input
      {...input}
      type="datetime-local"
      min={localTextOf(readNow(), zone)}
      value={value === null || value === undefined ? '' : localTextOf(value, zone)}
      onChange={(event) => {
        onChange?.(instantOf(event.target.value, zone));
      }}
    />
  );
}
