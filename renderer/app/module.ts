import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';

/** One entry of the left menu. */
export type ModuleMenuItem = {
  readonly key: string;
  readonly label: string;
  /** Absolute path, e.g. /supervision. The entry is marked while the address starts with it. */
  readonly path: string;
  readonly icon?: ReactNode;
};

/**
 * What a case module adds to the frame. A module exports it as `module` from renderer/modules/<module>/module.tsx and
 * needs no registration elsewhere. Routes should load their pages lazily: `lazy: async () => ({ Component: … })`.
 */
export type AppModule = {
  /** As in the contract: supervision, mediation, … */
  readonly key: string;
  readonly title: string;
  /** Place in the menu, in tens. */
  readonly order: number;
  readonly menu: readonly ModuleMenuItem[];
  /** Absolute or shell-relative paths, without a leading slash: supervision, supervision/:caseId. */
  readonly routes: readonly RouteObject[];
  /** Address of a case: search results and the to-do list lead there. */
  readonly casePath: (caseId: number) => string;
  /** Address of a paper. */
  readonly paperPath: (documentId: number) => string;
  /** Address of the form for a new case, opened by Ctrl+N where the page has no own 新建. */
  readonly newPath?: string;
  /** Address of the form for a new case against one employer, and what its button says. */
  readonly newForEmployer?: { readonly label: string; readonly path: (employerId: number) => string };
};
