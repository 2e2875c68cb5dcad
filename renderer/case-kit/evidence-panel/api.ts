import { useChannelCommand, useChannelQuery } from '@renderer/lib/channel-hooks';

/** What the panel asks the main process, one hook a question. */

export const useEvidence = (caseId: number) => useChannelQuery('evidence.list', { caseId });
export const useRemovedEvidence = (caseId: number) => useChannelQuery('evidence.removed', { caseId });
/** Asked once for each opening: a look at what concerns the complainant is remembered. */
export const useOneEvidence = (id: number) =>
  useChannelQuery('evidence.get', { id }, { staleTime: Number.POSITIVE_INFINITY });
export const useEvidenceCitations = (id: number) => useChannelQuery('evidence.citations', { id });
export const useEvidencePick = () => useChannelCommand('evidence.pick');
export const useEvidenceAdd = () => useChannelCommand('evidence.add');
export const useEvidenceUpdate = () => useChannelCommand('evidence.update');
export const useEvidenceReorder = () => useChannelCommand('evidence.reorder');
export const useEvidenceRemove = () => useChannelCommand('evidence.remove');
export const useEvidenceRestore = () => useChannelCommand('evidence.restore');
export const useEvidenceOpenOutside = () => useChannelCommand('evidence.openOutside');
export const useEvidenceExport = () => useChannelCommand('evidence.export');
