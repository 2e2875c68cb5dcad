import { FileProtectOutlined, SendOutlined } from '@ant-design/icons';
import type { AppModule } from '@renderer/app/module';

/** 一函两书: supervision of labour law from clue to archive. */
export const module: AppModule = {
  key: 'supervision',
  title: '一函两书',
  order: 10,
  menu: [
    { key: 'supervision', label: '一函两书', path: '/supervision', icon: <FileProtectOutlined /> },
    { key: 'supervision-batch', label: '批量发函', path: '/supervision/batch', icon: <SendOutlined /> },
  ],
  routes: [
    {
      path: 'supervision',
      lazy: async () => ({ Component: (await import('./pages/supervision-list-page')).SupervisionListPage }),
    },
    {
      path: 'supervision/new',
      lazy: async () => ({ Component: (await import('./pages/new-clue-page')).NewCluePage }),
    },
    {
      path: 'supervision/cases/:caseId',
      lazy: async () => ({ Component: (await import('./pages/case-page')).CasePage }),
    },
    {
      path: 'supervision/papers/:documentId',
      lazy: async () => ({
        Component: (await import('./pages/supervision-paper-page')).SupervisionPaperPage,
      }),
    },
    {
      path: 'supervision/batch',
      lazy: async () => ({ Component: (await import('./pages/batch-page')).BatchPage }),
    },
  ],
  casePath: (caseId) => `/supervision/cases/${caseId}`,
  paperPath: (documentId) => `/supervision/papers/${documentId}`,
  newPath: '/supervision/new',
  newForEmployer: {
    label: '为该单位登记线索',
    path: (employerId) => `/supervision/new?employer=${employerId}`,
  },
};
