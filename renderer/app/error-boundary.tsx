import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';

/** The calm page when a page cannot be shown. Nothing that was saved is touched, and the drafts are on disk. */
function CalmPage({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  return (
    <Result
      status="info"
      title="这一页暂时无法显示"
      subTitle="已保存的资料不受影响，填写中的内容已存为草稿。请重新打开这一页；仍无法显示时，请记下下面的说明并联系维护人员。"
      extra={[
        <Button key="retry" type="primary" onClick={onRetry}>
          重新打开这一页
        </Button>,
        <Button
          key="home"
          onClick={() => {
            window.location.hash = '#/';
            onRetry();
          }}
        >
          回到今日待办
        </Button>,
      ]}
    >
      <code className="error-detail">{detail}</code>
    </Result>
  );
}

const detailOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Around everything: also what goes wrong outside the routes. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <CalmPage detail={detailOf(this.state.error)} onRetry={() => this.setState({ error: null })} />;
  }
}

/** Error element of the routes: menu and top bar stay usable. */
export function RouteErrorPage() {
  const error = useRouteError();
  return <CalmPage detail={detailOf(error)} onRetry={() => window.location.reload()} />;
}
