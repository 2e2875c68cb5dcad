import type { Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { PaperModel } from '@shared/domain/papers/model';
import type { CommandContext, JobContext } from '../../ipc/context';
import { findEmployersByIds } from '../employers/employers.repository';
import { requireWritable, writeOut } from '../exchange/write-out';
import { actOnDocument } from './act';
import { type DocumentRecord, insertDocumentFile } from './documents.repository';
import { requireDocument } from './documents.service';
import { createDocument } from './drafting';
import type { RenderOptions } from './engine/render-docx';
import { ENGINE, fileName, freePath } from './export';
import type { PaperModule } from './paper-module';
import { renderOptionsOf } from './render-options';

type BatchInput = Parsed<'documents.batch.run'>;
type Item = NonNullable<Output<'documents.batch.run'>>['items'][number];
type Signed = { readonly document: DocumentRecord; readonly model: PaperModel };

const RENDER_STEP = 20;

/**
 * One letter to many employers. Each letter is one transaction: drafted, signed and numbered, or nothing. Numbers follow
 * the order of the list. Cancelling stops before the next letter; what is signed stays signed and is in the result.
 */
export async function runBatch(
  ctx: JobContext,
  module: PaperModule,
  input: BatchInput,
): Promise<Output<'documents.batch.run'>> {
  const desk = await module.open(ctx, null, null);
  const folder =
    input.output === 'none'
      ? ''
      : await ctx.ports.pickFolder({
          title: '选择存放文书的文件夹',
          defaultPath: desk.office.unit.exportFolder,
        });
  if (folder === null) return null;
  // Before the first signature: a signed letter cannot be unsigned because its file has no place.
  if (folder !== '') requireWritable(folder);
  let isCancelled = false;
  let problem = '';
  const untrack = ctx.jobs.track(input.jobId, () => {
    isCancelled = true;
  });
  const items: Item[] = [];
  const signed: Signed[] = [];
  try {
    const found = new Map(
      (await findEmployersByIds(ctx.db, input.employerIds)).map((employer) => [employer.id, employer]),
    );
    for (const [index, employerId] of input.employerIds.entries()) {
      if (isCancelled) break;
      const employer = found.get(employerId);
      const item = {
        employerId,
        employerName: employer?.name ?? '',
        documentId: null,
        documentNo: '',
        isDone: false,
        reason: '',
      };
      if (!employer) items.push({ ...item, reason: '单位已不在册' });
      else {
        const outcome = await issueOne(ctx, module, input, employerId);
        if (typeof outcome === 'string') items.push({ ...item, reason: outcome });
        else {
          signed.push({ document: outcome, model: outcome.model as PaperModel });
          items.push({ ...item, documentId: outcome.id, documentNo: outcome.documentNo, isDone: true });
        }
      }
      ctx.ports.progress({
        jobId: input.jobId,
        phase: '签发编号',
        done: index + 1,
        total: input.employerIds.length,
      });
      await breathe();
    }
    if (folder !== '' && signed.length > 0) {
      isCancelled =
        (await writeFiles(
          ctx,
          input,
          folder,
          signed,
          renderOptionsOf(desk.office.unit),
          () => isCancelled,
        )) || isCancelled;
    }
  } catch (error) {
    // A full disk or a pulled USB stick ends the run; what is signed is signed, and the list says so.
    if (!(error instanceof Refusal) || signed.length === 0) throw error;
    problem = error.message;
  } finally {
    untrack();
  }
  return { folder, items, isCancelled, problem };
}

/** Lets the window answer; queries see nothing of a letter under way, they read through a connection of their own. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** @returns the signed letter, or why there is none */
async function issueOne(
  ctx: JobContext,
  module: PaperModule,
  input: BatchInput,
  employerId: number,
): Promise<DocumentRecord | string> {
  try {
    return await ctx.command(async (command: CommandContext) => {
      const created = await createDocument(command, module, {
        caseId: null,
        kind: input.kind,
        basedOnId: null,
        employerId,
        preset: input.values,
        edits: input.edits,
      });
      await breathe();
      const submit = { ...created, action: 'submitApproval', values: {} };
      const submitted = await actOnDocument(command, module, submit, { isOneStroke: true });
      await breathe();
      const values = { signerId: input.signerId, signedOn: input.signedOn, opinion: '同意签发。' };
      const sign = { id: submitted.id, revision: submitted.revision, action: 'approveAndSign', values };
      const signed = await actOnDocument(command, module, sign, { isOneStroke: true });
      await breathe();
      return requireDocument(command, signed.id);
    });
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'LOCKED' && error.code !== 'DISK_FULL')
      return error.message;
    throw error;
  }
}

async function writeFiles(
  ctx: JobContext,
  input: BatchInput,
  folder: string,
  signed: readonly Signed[],
  options: RenderOptions,
  isCancelled: () => boolean,
): Promise<boolean> {
  const worker = ctx.jobs.open();
  try {
    if (input.output === 'merged') {
      const mergedPath = freePath(
        folder,
        `${signed[0]?.document.title ?? '文书'} 合并打印 ${signed.length}份.docx`,
      );
      ctx.ports.progress({ jobId: input.jobId, phase: '生成合并文件', done: 0, total: signed.length });
      const models = signed.map(({ model }) => model);
      const summary = `合并生成文书 ${signed.length} 份`;
      await ctx.takeOut({ entity: 'document', entityId: null, summary }, () =>
        worker.call('papers.merge', { models, path: mergedPath, options }),
      );
      ctx.ports.progress({
        jobId: input.jobId,
        phase: '生成合并文件',
        done: signed.length,
        total: signed.length,
      });
      return false;
    }
    for (let start = 0; start < signed.length; start += RENDER_STEP) {
      if (isCancelled()) return true;
      const step = signed.slice(start, start + RENDER_STEP);
      const papers = step.map(({ model }) => ({ model }));
      const rendered = await worker.call('papers.render', { papers, options });
      await ctx.command(async ({ tx, audit, clock }) => {
        for (const [i, { document }] of step.entries()) {
          const file = rendered[i];
          if (file)
            await insertDocumentFile(tx, {
              documentId: document.id,
              ...file,
              engine: ENGINE,
              createdAt: clock.now().toISOString(),
            });
        }
        await audit({ entity: 'document', entityId: null, summary: `批量生成文书 ${step.length} 份` });
      });
      for (const [i, { document }] of step.entries()) {
        const file = rendered[i];
        if (file) writeOut(freePath(folder, fileName(document)), file.bytes);
      }
      ctx.ports.progress({
        jobId: input.jobId,
        phase: '生成文书',
        done: Math.min(start + RENDER_STEP, signed.length),
        total: signed.length,
      });
    }
    return false;
  } finally {
    await worker.close();
  }
}
