import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useSession } from './session.tsx';

/** Ticks of all clocks of the page: one timer, whole seconds. */
const listeners = new Set<() => void>();
let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = Math.floor(Date.now() / 1000);
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

interface HospitalTime {
  /** Service's clock minus this machine's, in ms. */
  readonly offset: number;
  readonly zone: string;
}

const Time = createContext<HospitalTime>({ offset: 0, zone: 'Asia/Shanghai' });

interface ClockProps {
  /** Epoch ms by this machine's clock at which the session's `now` was read. */
  readonly answeredAt: number;
  readonly children: ReactNode;
}

/** The clock of the service, not of this machine: a wrong clock here shows no wrong waiting time, and the demo's clock can be moved. */
export function ClockProvider({ answeredAt, children }: ClockProps) {
  const {
    now,
    about: { zone },
  } = useSession();
  const time = useMemo(() => ({ offset: now - answeredAt, zone }), [now, zone, answeredAt]);
  return <Time.Provider value={time}>{children}</Time.Provider>;
}

/** The hospital's time zone. */
export function useZone(): string {
  return useContext(Time).zone;
}

/** Epoch ms by the service's clock, renewed every second; what needs it less often rounds it in a memo. */
export function useNow(): number {
  const { offset } = useContext(Time);
  return useSyncExternalStore(subscribe, () => second) * 1000 + offset;
}

/** Epoch ms by the service's clock at the moment of the call, for handlers. */
export function useReadNow(): () => number {
  const { offset } = useContext(Time);
  return () => Date.now() + offset;
}
