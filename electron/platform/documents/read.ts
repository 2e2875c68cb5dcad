import type { Output } from '@shared/contract';
import { documentActionLabel, judgeOffers } from '@shared/domain/papers/lifecycle';
import type { QueryContext } from '../../ipc/context';
import { chainOf } from './chain';
import { type DocumentRecord, findDocument, listDocumentEvents } from './documents.repository';
import { faultsIn, mayEdit, openDesk, requireDocument, watermarkOf } from './documents.service';
import type { PaperModule, ReadContext } from './paper-module';
import { rememberShown, requireRestricted } from './restricted';
import { toDocumentRow } from './rows';
import { listVersions } from './versions.repository';

/** The paper page. Opening a paper that names the complainant is remembered in the audit log. */
export async function readDocument(
  ctx: QueryContext,
  module: PaperModule,
  id: number,
): Promise<Output<'documents.get'>> {
  const document = await requireDocument(ctx, id);
  const desk = await openDesk(module, ctx, document);
  await requireRestricted(ctx, desk, document);
  rememberShown(ctx, desk, document);
  const [events, versions, links] = await Promise.all([
    listDocumentEvents(ctx.db, id),
    listVersions(ctx.db, id),
    linksOf(ctx, document),
  ]);
  const filled = desk.fill({
    ...document,
    documentNo: document.documentNo || null,
    watermark: watermarkOf(document),
  });
  const model = document.model ?? filled.model;
  const findings = document.model ? [] : desk.findings(document, model);
  return {
    document: toDocumentRow(document, desk),
    fields: desk.fields(document.kind),
    values: document.values,
    edits: { ...document.edits },
    model,
    paragraphs: [...filled.paragraphs],
    findings,
    actions: desk.isReadOnly
      ? []
      : judgeOffers(desk.offers(document), faultsIn(findings)).map((offer) => ({
          ...offer,
          warnings: [...offer.warnings],
          isGeneral: false,
        })),
    steps: [...desk.steps(document)],
    isReadOnly: desk.isReadOnly || !mayEdit(ctx, document),
    chain: desk.traits(document.kind).isRecord ? [] : chainOf(document, events, desk.colleagues),
    versions: versions.map(({ n, action, accountName, createdAt }) => ({
      n,
      label: documentActionLabel(action),
      accountName,
      at: createdAt,
    })),
    ...links,
    contentHash: document.contentHash,
    history: events.map((event) => ({
      at: event.createdAt,
      title: documentActionLabel(event.action),
      detail: typeof event.values.opinion === 'string' ? event.values.opinion : '',
      accountName: event.accountName,
    })),
    caseTitle: desk.caseHead.title,
    caseNo: desk.caseHead.caseNo,
  };
}

/** 更正: from the old paper to the new one and back. */
async function linksOf(ctx: ReadContext, document: DocumentRecord) {
  const [basis, successor] = await Promise.all(
    [document.basedOnId, document.replacedById].map((id) => (id === null ? null : findDocument(ctx.db, id))),
  );
  const link = (other: DocumentRecord | null | undefined) =>
    other ? { id: other.id, title: other.title, documentNo: other.documentNo } : null;
  return {
    replaces: basis?.replacedById === document.id ? link(basis) : null,
    replacedBy: link(successor),
  };
}
