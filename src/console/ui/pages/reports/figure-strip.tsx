import { Table } from 'antd';
import type { Figure } from '../../../wire/reports.ts';
import { FigureLink } from './figures.tsx';

interface Named {
  readonly name: string;
  readonly figure: Figure;
}

interface Props {
  /** Over the names, and over the figures. */
  readonly first: string;
  readonly count: string;
  readonly figures: readonly Named[];
}

/** The figures of a chart in one row below it, each with its list. */
export function FigureStrip({ first, count, figures }: Props) {
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowKey="row"
      dataSource={[{ row: count }]}
      columns={[
        { title: first, dataIndex: 'row', fixed: 'left' },
        ...figures.map(({ name, figure }) => ({
          title: name,
          key: name,
          align: 'right' as const,
          render: () => <FigureLink figure={figure} />,
        })),
      ]}
    />
  );
}
