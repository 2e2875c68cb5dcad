import { useChannelCommand, useChannelQuery } from '@renderer/lib/channel-hooks';

/** What the pages of this module ask the main process, one hook a question. */

/** Catalogues change with the settings only; five minutes spare a large answer at every dialog. */
const CATALOGUE = { staleTime: 300_000 } as const;

export const useSupervisionCase = (id: number) => useChannelQuery('supervision.case.get', { id });
export const useBasicsForm = (id: number, enabled: boolean) =>
  useChannelQuery('supervision.case.basicsForm', { id }, { enabled });
export const useCaseUpdate = () => useChannelCommand('supervision.case.update');
export const useCaseAct = () => useChannelCommand('supervision.case.act');

export const useCaseRemove = () => useChannelCommand('cases.remove');

export const useClueForm = () => useChannelQuery('supervision.clue.form', {});
export const useClueRegister = () => useChannelCommand('supervision.clue.register');

export const useComplainant = (caseId: number, enabled: boolean) =>
  useChannelQuery(
    'supervision.complainant.get',
    { caseId },
    { enabled, staleTime: Number.POSITIVE_INFINITY },
  );
export const useComplainantSave = () => useChannelCommand('supervision.complainant.save');

export const useViolationSave = () => useChannelCommand('supervision.violation.save');
export const useViolationRemove = () => useChannelCommand('supervision.violation.remove');
export const useViolationCatalogue = () => useChannelQuery('catalogue.violations', {}, CATALOGUE);
export const useCatalogueOptions = () => useChannelQuery('catalogue.options', {}, CATALOGUE);

export const useResultSave = () => useChannelCommand('supervision.result.save');
export const useResultRemove = () => useChannelCommand('supervision.result.remove');

export const useDossier = (caseId: number) => useChannelQuery('supervision.dossier', { caseId });

export const useEmployer = (id: number | null) =>
  useChannelQuery('employers.get', { id: id ?? 1 }, { enabled: id !== null });

export const usePaperKinds = (caseId: number, enabled: boolean) =>
  useChannelQuery('documents.kinds', { caseId }, { enabled });
export const usePaperCreate = () => useChannelCommand('documents.create');
export const usePaperExportAll = () => useChannelCommand('documents.exportAll');
export const useFinaliseAll = () => useChannelCommand('documents.finaliseAll');
export const useOpenPath = () => useChannelCommand('app.openPath');

export const useBatchForm = (kind: string) =>
  useChannelQuery('documents.batch.form', { kind }, { keepPrevious: true });
export const useBatchRun = () => useChannelCommand('documents.batch.run');
export const useJobCancel = () => useChannelCommand('jobs.cancel');
