import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { type DocumentEffect, needsSoundText, soundnessReason } from '@shared/domain/papers/lifecycle';
import type { CommandContext } from '../../ipc/context';
import {
  type DocumentRecord,
  indexDocument,
  insertDocumentEvent,
  updateDocument,
} from './documents.repository';
import { faultsIn, openDesk, requireDocument, tellChanged } from './documents.service';
import { applyDocumentEffects } from './effects';
import type { PaperDesk, PaperModule, PaperSource } from './paper-module';
import { requireRestricted } from './restricted';
import { keepVersion } from './versions';

export type ActOptions = {
  /** Sent on and signed in one transaction: the text is judged at the signature, and nobody reads it in between. */
  readonly isOneStroke?: boolean;
};

/** Every step of a paper: decided by the pure rules, carried out here, remembered with what was typed. */
export async function actOnDocument(
  ctx: CommandContext,
  module: PaperModule,
  input: Input<'documents.act'>,
  { isOneStroke = false }: ActOptions = {},
): Promise<Output<'documents.act'>> {
  const document = await requireDocument(ctx, input.id);
  if (document.revision !== input.revision) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口办理过。请重新打开后再办理，您填写的内容仍在。');
  }
  const desk = await openDesk(module, ctx, document);
  await requireRestricted(ctx, desk, document);
  if (desk.isReadOnly) throw new Refusal('REFUSED', '案件已归档或在回收站中，不能办理文书。');
  const decision = desk.decide(document, input.action, input.values);
  if (!decision.ok) throw new Refusal(decision.code, decision.message, decision.fields);
  if (!isOneStroke) await sendOn(ctx, desk, document, input.action, decision.effects);
  const columns = await applyDocumentEffects(ctx, module, desk, document, decision.effects);
  if (
    !(await updateDocument(ctx.tx, document.id, document.revision, {
      ...columns,
      updatedAt: ctx.clock.now().toISOString(),
    }))
  ) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口办理过。请重新打开后再办理，您填写的内容仍在。');
  }
  const after = await requireDocument(ctx, document.id);
  await insertDocumentEvent(ctx.tx, {
    documentId: document.id,
    caseId: document.caseId,
    action: input.action,
    fromStatus: document.status,
    toStatus: after.status,
    occurredOn: decision.on,
    values: decision.values,
    warnings: decision.warnings,
    accountId: ctx.account.id,
    createdAt: ctx.clock.now().toISOString(),
  });
  await desk.applyCaseEffects(ctx, decision.caseEffects, after);
  await indexDocument(ctx.tx, document.id, after);
  await ctx.audit({
    entity: 'document',
    entityId: document.id,
    summary: [
      `${decision.summary}${after.documentNo === '' ? '' : `（${after.documentNo}）`}`,
      ...decision.warnings.map((warning) => `提示：${warning}`),
    ].join('；'),
  });
  tellChanged(ctx, document);
  return {
    id: document.id,
    revision: document.revision + 1,
    status: after.status,
    documentNo: after.documentNo,
    createdId: after.replacedById === document.replacedById ? null : after.replacedById,
    warnings: [...decision.warnings],
  };
}

/** The text goes to somebody else: nothing that blocks may stand against it, and it is kept as it went. */
async function sendOn(
  ctx: CommandContext,
  desk: PaperDesk,
  document: DocumentRecord,
  action: string,
  effects: readonly DocumentEffect[],
): Promise<void> {
  if (!needsSoundText(action)) return;
  const source: PaperSource = { ...document, documentNo: document.documentNo || null };
  const { model } = desk.fill(source);
  const blocking = desk.findings(source, model).filter((finding) => finding.severity === 'block');
  if (blocking.length > 0) {
    throw new Refusal(
      'REFUSED',
      soundnessReason(faultsIn(blocking)),
      blocking.flatMap(({ field, message }) => (field ? [{ field, message }] : [])),
    );
  }
  if (effects.some((effect) => effect.type === 'version')) await keepVersion(ctx, document, model, action);
}
