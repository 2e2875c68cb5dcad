import { Refusal } from '@shared/contract/result';
import type { Handlers, JobContext } from '../../ipc/context';
import { findEmployersByIds } from '../employers/employers.repository';
import { printOut } from '../exchange/print-out';
import { actOnDocument } from './act';
import { runBatch } from './batch';
import { listDocumentHeads } from './documents.repository';
import {
  openDesk,
  previewDocument,
  removeDocument,
  requireDocument,
  saveDocument,
} from './documents.service';
import { createDocument } from './drafting';
import { exportCasePapers, exportDocument } from './export';
import { finaliseAll } from './finalise-all';
import type { PaperModule } from './paper-module';
import { readDocument } from './read';
import { requireRestricted } from './restricted';
import { toDocumentRow } from './rows';
import { compareVersions } from './versions';

type Channels =
  | 'documents.kinds'
  | 'documents.create'
  | 'documents.get'
  | 'documents.save'
  | 'documents.preview'
  | 'documents.act'
  | 'documents.compare'
  | 'documents.finaliseAll'
  | 'documents.remove'
  | 'documents.export'
  | 'documents.exportAll'
  | 'documents.print'
  | 'documents.list'
  | 'documents.batch.form'
  | 'documents.batch.preview'
  | 'documents.batch.run'
  | 'jobs.cancel'
  | 'app.openPath';

/** @param module the one module with papers so far; further ones will be found by the document's own module key */
export function createDocumentsHandlers(module: PaperModule): Handlers<Channels> {
  return {
    'documents.kinds': async (ctx, { caseId }) => (await module.open(ctx, caseId, null)).kinds(),
    'documents.create': (ctx, input) => createDocument(ctx, module, input),
    'documents.get': (ctx, { id }) => readDocument(ctx, module, id),
    'documents.save': (ctx, input) => saveDocument(ctx, module, input),
    'documents.preview': (ctx, input) => previewDocument(ctx, module, input),
    'documents.act': (ctx, input) => actOnDocument(ctx, module, input),
    'documents.compare': (ctx, input) => compareVersions(ctx, module, input),
    'documents.finaliseAll': (ctx, { caseId }) => finaliseAll(ctx, module, caseId),
    'documents.remove': (ctx, input) => removeDocument(ctx, module, input),
    'documents.export': (ctx, input) => exportDocument(ctx, module, input),
    'documents.exportAll': (ctx, { caseId }) => exportCasePapers(ctx, module, caseId),
    'documents.print': (ctx, input) => printDocument(ctx, module, input),
    'documents.list': async (ctx, filter) => {
      const desk = await module.open(ctx, null, null);
      const { rows, total } = await listDocumentHeads(ctx.db, filter);
      return { total, rows: rows.map((row) => toDocumentRow(row, desk)) };
    },
    'documents.batch.form': async (ctx, { kind }) => {
      const desk = await module.open(ctx, null, null);
      const kinds = desk.kinds().filter((offer) => offer.isEnabled);
      return {
        kinds: kinds.map((offer) => ({ value: offer.kind, label: offer.label })),
        fields: desk.fields(kind),
        initial: desk.initial(kind, null, {}),
      };
    },
    'documents.batch.preview': async (ctx, { kind, employerId, values, edits }) => {
      const [employer] = await findEmployersByIds(ctx.db, [employerId]);
      if (!employer) throw new Refusal('NOT_FOUND', '该单位已不在册，请换一个单位预览。');
      const desk = await module.open(ctx, null, employerId);
      const merged = { ...desk.initial(kind, null, {}), ...values };
      const source = {
        kind,
        values: merged,
        edits,
        basedOnId: null,
        employerId,
        documentNo: null,
        signedOn: null,
        watermark: '草稿' as const,
      };
      const { model, paragraphs } = desk.fill(source);
      return { model, paragraphs: [...paragraphs], findings: desk.findings(source, model) };
    },
    'documents.batch.run': (ctx, input) => runBatch(ctx, module, input),
    'jobs.cancel': async (ctx, { jobId }) => ({ isCancelled: ctx.jobs.cancel(jobId) }),
    'app.openPath': async (ctx, { path }) => ({ isOpened: await ctx.ports.openPath(path) }),
  };
}

async function printDocument(
  ctx: JobContext,
  module: PaperModule,
  input: { id: number; html: string },
): Promise<{ isPrinted: boolean }> {
  const document = await requireDocument(ctx, input.id);
  await requireRestricted(ctx, await openDesk(module, ctx, document), document);
  const summary = `打印${document.documentNo || document.title}`;
  return printOut(ctx, { entity: 'document', entityId: document.id, summary }, input.html);
}
