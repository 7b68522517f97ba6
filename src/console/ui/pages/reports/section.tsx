import { Card } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

const TITLE = { fontSize: 16, margin: 0 } as const;

/** One part of a report; not cut in two by a page break. */
export function Section({ title, children }: Props) {
  return (
    <Card title={<h2 style={TITLE}>{title}</h2>} size="small" className="gap-below" style={{ breakInside: 'avoid' }}>
      {children}
    </Card>
  );
}
