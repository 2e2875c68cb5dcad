import type { ReactNode } from 'react';
import { useEffect } from 'react';

type PageHeaderProps = {
  readonly title: string;
  readonly detail?: ReactNode;
  /** Buttons at the right, the primary one first. */
  readonly actions?: ReactNode;
};

/** Title of a page, also the title of the window. */
export function PageHeader({ title, detail, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} - 工会案管`;
  }, [title]);
  return (
    <header className="page-header">
      <div className="page-header-text">
        <h1>{title}</h1>
        {detail ? <div className="page-header-detail">{detail}</div> : null}
      </div>
      {actions ? <div className="page-header-actions">{actions}</div> : null}
    </header>
  );
}
