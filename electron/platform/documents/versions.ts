import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { type PaperModel, textsOf } from '@shared/domain/papers/model';
import type { CommandContext } from '../../ipc/context';
import { compareTexts } from './compare';
import { type DocumentRecord, findDocument } from './documents.repository';
import type { PaperModule, ReadContext } from './paper-module';
import { requireRestricted } from './restricted';
import { findVersionLines, insertVersion } from './versions.repository';

/** Keeps the text as it is sent on or changed by a reviewer, for ever. */
export async function keepVersion(
  ctx: CommandContext,
  document: Pick<DocumentRecord, 'id' | 'values' | 'edits'>,
  model: PaperModel,
  action: string,
): Promise<void> {
  await insertVersion(ctx.tx, {
    documentId: document.id,
    action,
    title: model.title,
    values: document.values,
    edits: document.edits,
    lines: linesOf(model),
    accountId: ctx.account.id,
    createdAt: ctx.clock.now().toISOString(),
  });
}

/** The printed paragraphs, without a number that only the last text has. */
const linesOf = (model: PaperModel): string[] =>
  textsOf({ ...model, documentNo: null }).map(({ text }) => text);

/** Who may not open the paper may not read its former texts either. */
export async function compareVersions(
  ctx: ReadContext,
  module: PaperModule,
  input: Input<'documents.compare'>,
): Promise<Output<'documents.compare'>> {
  const document = await findDocument(ctx.db, input.id);
  if (!document) throw new Refusal('NOT_FOUND', '该文书不存在或已被删除。');
  const desk = await module.open(ctx, document.caseId, document.employerId);
  await requireRestricted(ctx, desk, document);
  const now = () => linesOf(document.model ?? desk.fill({ ...document, documentNo: null }).model);
  const [from, to] = await Promise.all([
    findVersionLines(ctx.db, document.id, input.from),
    input.to === null ? now() : findVersionLines(ctx.db, document.id, input.to),
  ]);
  if (!from || !to) throw new Refusal('NOT_FOUND', '没有这一稿，请关闭后重新打开。');
  return compareTexts(from, to).map(({ kind, parts }) => ({ kind, parts: [...parts] }));
}
