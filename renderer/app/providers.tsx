import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary';
import { theme } from './theme';

dayjs.locale('zh-cn');

/** The database stands beside the page: an answer is asked again rather than trusted, and a refusal is not repeated. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** The cross of drawers and dialogs is only an icon. */
const CLOSES = { 'aria-label': '关闭' } as const;

/** What every page stands in: language, theme, query cache, the calm page for the unexpected. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      drawer={{ closable: CLOSES }}
      modal={{ closable: CLOSES }}
    >
      <ErrorBoundary>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </ErrorBoundary>
    </ConfigProvider>
  );
}
