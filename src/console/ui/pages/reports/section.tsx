import { Card } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of a report; not cut in two by a page break. */
export function Section({ title, children }: Props) {
  return (
    <Card title={<h2 className="section-title">{title}</h2>} size="small" className="gap-below report-section">
      {children}
    </Card>
  );
}
