import { Refusal } from '@shared/contract/result';
import type { Handlers } from '../../ipc/context';
import { addEvidence } from './adding';
import { checkEvidence, cleanEvidence } from './checking';
import {
  readCitations,
  readEvidence,
  readList,
  readRemoved,
  remove,
  reorder,
  restore,
  updateFacts,
} from './evidence.service';
import { exportEvidence, openOutside, viewEvidence } from './opening';

type Channels = Extract<keyof import('@shared/contract').Contract, `evidence.${string}`>;

export function createEvidenceHandlers(): Handlers<Channels> {
  // A file being added stands on the disk before its row: a clean-up at that moment would take it for a stray.
  let addingCount = 0;
  let isCleaning = false;

  const adding = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isCleaning) throw new Refusal('BUSY', '正在清理证据文件夹，请稍候再添加。');
    addingCount += 1;
    try {
      return await work();
    } finally {
      addingCount -= 1;
    }
  };

  return {
    'evidence.list': (ctx, { caseId }) => readList(ctx, caseId),
    'evidence.removed': (ctx, { caseId }) => readRemoved(ctx, caseId),
    'evidence.get': (ctx, { id }) => readEvidence(ctx, id),
    'evidence.pick': (ctx) =>
      ctx.ports.pickFiles({
        title: '选择证据材料',
        extensions: [...new Set(ctx.resources.evidence.types.flatMap((type) => type.extensions))],
      }),
    'evidence.add': (ctx, { caseId, token, given }) =>
      adding(async () => {
        const offered = ctx.ports.offeredFile(token);
        if (!offered) throw new Refusal('NOT_FOUND', '所选文件已失效，请重新选择或拖入。');
        const added = await addEvidence(ctx, { ...offered, caseId, jobId: token, given });
        ctx.ports.releaseFile(token);
        return added;
      }),
    'evidence.update': updateFacts,
    'evidence.reorder': reorder,
    'evidence.citations': (ctx, { id }) => readCitations(ctx, id),
    'evidence.remove': remove,
    'evidence.restore': restore,
    'evidence.view': (ctx, { id }) => viewEvidence(ctx, id),
    'evidence.openOutside': (ctx, { id, jobId }) => openOutside(ctx, id, jobId),
    'evidence.export': (ctx, { id, jobId }) => exportEvidence(ctx, id, jobId),
    'evidence.check': (ctx, { jobId }) => checkEvidence(ctx, jobId),
    'evidence.clean': async (ctx) => {
      if (addingCount > 0 || isCleaning) throw new Refusal('BUSY', '正在添加证据，请在添加完成后再清理。');
      isCleaning = true;
      try {
        return await cleanEvidence(ctx);
      } finally {
        isCleaning = false;
      }
    },
  };
}
