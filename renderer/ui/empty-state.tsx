import { Button } from 'antd';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What the page is for, or that nothing matches. */
  readonly title: string;
  readonly detail?: ReactNode;
  /** The first step. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

/** An empty page says what it is for and offers the first step. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {detail ? <p className="empty-state-detail">{detail}</p> : null}
      {action ? (
        <Button type="primary" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
