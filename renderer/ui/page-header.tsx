import { LeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';

type PageHeaderProps = {
  readonly title: string;
  readonly detail?: ReactNode;
  /** Buttons at the right, the primary one first. */
  readonly actions?: ReactNode;
  /** Where 返回 leads when this page was opened by its address; else to the page before, as it was left. */
  readonly back?: string;
};

/** Title of a page, also the title of the window. */
export function PageHeader({ title, detail, actions, back }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} - 工会案管`;
  }, [title]);
  return (
    <>
      {back ? <BackLink path={back} /> : null}
      <header className="page-header">
        <div className="page-header-text">
          <h1>{title}</h1>
          {detail ? <div className="page-header-detail">{detail}</div> : null}
        </div>
        {actions ? <div className="page-header-actions">{actions}</div> : null}
      </header>
    </>
  );
}

/** Back through the history where there is one: the list keeps its filter and its page. */
function BackLink({ path }: { readonly path: string }) {
  const navigate = useNavigate();
  return (
    <Link
      to={path}
      className="back-link"
      onClick={(event) => {
        if (!(window.history.state?.idx > 0)) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <LeftOutlined aria-hidden /> 返回
    </Link>
  );
}
