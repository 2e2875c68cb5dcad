import type { AppModule } from './module';

const found = import.meta.glob<{ module: AppModule }>('../modules/*/module.tsx', { eager: true });

/** Every module that is present, in menu order. */
export const modules: readonly AppModule[] = Object.values(found)
  .map((file) => file.module)
  .sort((a, b) => a.order - b.order);

/** Address of a case; the contract names no module yet, so the first one answers. */
export const casePath = (caseId: number): string => modules[0]?.casePath(caseId) ?? '/';
export const paperPath = (documentId: number): string => modules[0]?.paperPath(documentId) ?? '/';
