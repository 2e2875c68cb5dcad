import { Alert, Spin } from 'antd';
import { Link, useParams } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { PageHeader } from '../../ui/page-header';
import { DemoButton } from './demo-button';
import { DiagnosticsButton } from './diagnostics-button';
import { Markdown } from './markdown';

/** 帮助: the manual, a page a task. */
export function HelpPage() {
  const { pageKey } = useParams();
  const { data, error } = useChannelQuery('app.manual', {}, { staleTime: Number.POSITIVE_INFINITY });
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data) return <Spin delay={300} />;
  const page = data.find(({ key }) => key === pageKey) ?? data[0];
  return (
    <>
      <PageHeader
        title="帮助"
        actions={
          <>
            <DemoButton />
            <DiagnosticsButton />
          </>
        }
      />
      <div className="settings-layout">
        <nav aria-label="帮助目录" className="settings-menu help-menu">
          {data.map(({ key, title }) => (
            <Link key={key} to={`/help/${key}`} aria-current={key === page?.key ? 'page' : undefined}>
              {title}
            </Link>
          ))}
        </nav>
        <article className="settings-section manual">
          {page ? <Markdown text={page.markdown} /> : null}
        </article>
      </div>
    </>
  );
}
