import { caseStateLabel } from '@shared/domain/supervision/case-state';
import type { Handlers } from '../ipc/context';
import { accountsHandlers, createPublicHandlers } from '../platform/accounts/accounts.handlers';
import { createThrottle } from '../platform/accounts/throttle';
import { auditHandlers } from '../platform/audit/audit.handlers';
import { backupHandlers } from '../platform/backup/backup.handlers';
import { createRestoreHandlers } from '../platform/backup/restore.handlers';
import type { CaseModule } from '../platform/cases/case-module';
import { createCasesHandlers } from '../platform/cases/cases.handlers';
import { diagnosticsHandlers } from '../platform/diagnostics/diagnostics.handlers';
import { createDocumentsHandlers } from '../platform/documents/documents.handlers';
import { draftsHandlers } from '../platform/drafts/drafts.handlers';
import { createEmployersHandlers } from '../platform/employers/employers.handlers';
import { createEvidenceHandlers } from '../platform/evidence/evidence.handlers';
import { createEmployerImportHandlers } from '../platform/exchange/employer-import.handlers';
import { peopleHandlers } from '../platform/people/people.handlers';
import { searchHandlers } from '../platform/search/search.handlers';
import { settingsHandlers } from '../platform/settings/settings.handlers';
import { supervisionCases } from './supervision/supervision.cases';
import { supervisionPapers } from './supervision/supervision.documents';
import { supervisionHandlers } from './supervision/supervision.handlers';
import { supervisionStatisticsHandlers } from './supervision/supervision.statistics';

const caseModules: readonly CaseModule[] = [supervisionCases];

/** Every channel and who serves it; the modules meet the frame here and nowhere else. */
export const handlers: Partial<Handlers> = {
  ...accountsHandlers,
  ...draftsHandlers,
  ...backupHandlers,
  ...settingsHandlers,
  ...auditHandlers,
  ...diagnosticsHandlers,
  ...createEmployersHandlers(caseStateLabel),
  ...createEmployerImportHandlers(),
  ...peopleHandlers,
  ...searchHandlers,
  ...createCasesHandlers(caseModules),
  ...createDocumentsHandlers(supervisionPapers),
  ...createEvidenceHandlers(),
  ...supervisionHandlers,
  ...supervisionStatisticsHandlers,
};

type Surroundings = Parameters<typeof createPublicHandlers>[0] &
  Omit<Parameters<typeof createRestoreHandlers>[0], 'throttle'>;

/** Channels that answer before a file is open. Every door slows wrong passwords down together. */
export const publicHandlers = (surroundings: Surroundings) => {
  const doors = { ...surroundings, throttle: surroundings.throttle ?? createThrottle() };
  return { ...createPublicHandlers(doors), ...createRestoreHandlers(doors) };
};
