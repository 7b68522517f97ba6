import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useReadNow, useZone } from '../shell/clock.tsx';
import { instantOf, localTextOf } from './local-time.ts';

interface Props {
  readonly id?: string;
  readonly 'aria-label'?: string;
  /** Epoch ms; given by the form. */
  readonly value?: number | null | undefined;
  readonly onChange?: (at: number | undefined) => void;
  /** Only moments to come, or also (or only) those that were; a form that wants the one says so when it checks. */
  readonly toCome?: boolean;
}

const TEXT = 'YYYY-MM-DDTHH:mm';

/** A moment, typed or picked as the hospital's clock shows it, wherever the browser stands, in the language of the console. */
export function InstantField({ value, onChange, toCome = true, ...input }: Props) {
  const zone = useZone();
  const readNow = useReadNow();
  // The picker knows the browser's zone only: it is given, and gives back, what stands on the hospital's clock.
  const local = (at: number) => dayjs(localTextOf(at, zone));
  return (
    <DatePicker
      {...input}
      className="instant-field"
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      showNow={false}
      needConfirm={false}
      {...(toCome ? { minDate: local(readNow()) } : {})}
      value={value === null || value === undefined ? null : local(value)}
      onChange={(picked) => {
        const at = picked === null ? null : instantOf(picked.format(TEXT), zone);
        onChange?.(at ?? undefined);
      }}
    />
  );
}
