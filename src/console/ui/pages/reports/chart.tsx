import type { EChartsCoreOption } from 'echarts/core';
import { type CSSProperties, useEffect, useRef } from 'react';

interface Props {
  readonly option: EChartsCoreOption;
  readonly height?: number;
  /** Said to those who do not see it; the figures stand in a table beside it. */
  readonly label: string;
}

/** A chart, drawn as vector so that print is sharp. The library is loaded with the first one. */
export function Chart({ option, height = 280, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./chart-core.ts').then(({ draw }) => {
      if (!gone) stop = draw(element, option);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [option]);
  const style: CSSProperties = { width: '100%', height };
  return <div ref={place} style={style} role="img" aria-label={label} />;
}
