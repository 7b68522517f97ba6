import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What can be done, or why nothing is here. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
}

/** Says that there is nothing, and why, instead of an empty space. */
export function EmptyState({ title, hint, icon, actions }: Props) {
  return (
    <Flex vertical align="center" justify="center" gap={8} className="empty-state">
      {icon !== undefined && (
        <span className="empty-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <Typography.Text strong>{title}</Typography.Text>
      {hint !== undefined && <Typography.Text type="secondary">{hint}</Typography.Text>}
      {actions}
    </Flex>
  );
}
