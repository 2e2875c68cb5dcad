import type { Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { JobContext } from '../../ipc/context';
import { actOnDocument } from './act';
import { type DocumentRecord, listDocumentsOfCase } from './documents.repository';
import { openDesk, requireDocument } from './documents.service';
import type { PaperModule } from './paper-module';

type Item = Output<'documents.finaliseAll'>['items'][number];

/**
 * 全部定稿: every draft of the case that is kept in the file and issued to nobody. Each paper is a command of its own, so
 * that one with a fault keeps none of the others back; what counts the others (目录, 封面) comes after them.
 */
export async function finaliseAll(
  ctx: JobContext,
  module: PaperModule,
  caseId: number,
): Promise<Output<'documents.finaliseAll'>> {
  const desk = await module.open(ctx, caseId, null);
  const drafts = (await listDocumentsOfCase(ctx.db, caseId)).filter(
    (document) => document.status === 'D01' && desk.traits(document.kind).isRecord,
  );
  const countsLast = (document: DocumentRecord) => Number(desk.traits(document.kind).countsOthers);
  const items: Item[] = [];
  for (const draft of drafts.toSorted((a, b) => countsLast(a) - countsLast(b) || a.id - b.id)) {
    const reason = await finaliseOne(ctx, module, draft.id);
    items.push({ documentId: draft.id, title: draft.title, isDone: reason === '', reason });
  }
  return { items };
}

/** @returns why it was not finalised; empty when it was */
async function finaliseOne(ctx: JobContext, module: PaperModule, id: number): Promise<string> {
  try {
    await ctx.command(async (command) => {
      const document = await requireDocument(command, id);
      const desk = await openDesk(module, command, document);
      const offer = desk.offers(document).find(({ key }) => key === 'finalise');
      const values = offer?.initial ?? {};
      await actOnDocument(command, module, { id, revision: document.revision, action: 'finalise', values });
    });
    return '';
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'LOCKED' && error.code !== 'DISK_FULL')
      return error.message;
    throw error;
  }
}
