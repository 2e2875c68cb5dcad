import { createHashRouter, type RouteObject } from 'react-router';
import { TodoPage } from '../platform/todo/todo-page';
import { RouteErrorPage } from './error-boundary';
import { modules } from './modules';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell/shell';

/** Pages of the frame itself. The first one is part of the start; the others are read when they are opened. */
const framePages: RouteObject[] = [
  { index: true, Component: TodoPage },
  {
    path: 'employers',
    lazy: async () => ({
      Component: (await import('../platform/employers/employer-list-page')).EmployerListPage,
    }),
  },
  {
    path: 'employers/new',
    lazy: async () => ({
      Component: (await import('../platform/employers/employer-form-page')).NewEmployerPage,
    }),
  },
  {
    path: 'employers/import',
    lazy: async () => ({ Component: (await import('../platform/employers/import-page')).EmployerImportPage }),
  },
  {
    path: 'employers/:employerId',
    lazy: async () => ({ Component: (await import('../platform/employers/employer-page')).EmployerPage }),
  },
  {
    path: 'employers/:employerId/edit',
    lazy: async () => ({
      Component: (await import('../platform/employers/employer-form-page')).EditEmployerPage,
    }),
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('../platform/people/people-page')).PeoplePage }),
  },
  {
    path: 'people/:personId',
    lazy: async () => ({ Component: (await import('../platform/people/person-page')).PersonPage }),
  },
  {
    path: 'calendar',
    lazy: async () => ({
      Component: (await import('../platform/calendar/deadline-calendar-page')).DeadlineCalendarPage,
    }),
  },
  {
    path: 'statistics',
    lazy: async () => ({
      Component: (await import('../platform/statistics/statistics-page')).StatisticsPage,
    }),
  },
  {
    path: 'audit',
    lazy: async () => ({ Component: (await import('../platform/audit/audit-page')).AuditPage }),
  },
  {
    path: 'settings/:section?',
    lazy: async () => ({ Component: (await import('../platform/settings/settings-page')).SettingsPage }),
  },
  {
    path: 'help/:pageKey?',
    lazy: async () => ({ Component: (await import('../platform/help/help-page')).HelpPage }),
  },
];

const guarded = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.map((route) => ({ ErrorBoundary: RouteErrorPage, ...route }) as RouteObject);

export const router = createHashRouter([
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteErrorPage,
    HydrateFallback: () => null,
    children: [
      ...guarded(framePages),
      ...guarded(modules.flatMap((module) => module.routes)),
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
