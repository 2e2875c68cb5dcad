import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import type { JobContext } from '../../ipc/context';
import type { JobSession } from '../../jobs/jobs';
import { writeOut } from '../exchange/write-out';
import {
  type DocumentRecord,
  findDocumentFile,
  insertDocumentFile,
  listDocumentsOfCase,
} from './documents.repository';
import { openDesk, requireDocument, watermarkOf } from './documents.service';
import { docxTexts } from './docx-text';
import type { PaperDesk, PaperModule } from './paper-module';
import { renderOptionsOf } from './render-options';
import { requireRestricted } from './restricted';

/** Version of the layout, stored with each issued file. */
export const ENGINE = 'gbt9704-1';

/** 文号+标题+对方.docx in the folder last used; the written file is scanned once more before it is handed over. */
export async function exportDocument(
  ctx: JobContext,
  module: PaperModule,
  input: { id: number; open: boolean },
) {
  const document = await requireDocument(ctx, input.id);
  const desk = await openDesk(module, ctx, document);
  await requireRestricted(ctx, desk, document);
  const bytes = await withRenderer(ctx, (renderer) => fileOf(ctx, desk, document, renderer));
  const path = await ctx.ports.saveFile({
    title: '导出 Word 文书',
    defaultPath: join(desk.office.unit.exportFolder, fileName(document)),
    extensions: ['docx'],
  });
  if (!path) return null;
  const entry = {
    entity: 'document',
    entityId: document.id,
    summary: `导出文书 ${document.documentNo || document.title}`,
  };
  await ctx.takeOut(entry, () => writeOut(path, bytes));
  if (input.open) await ctx.ports.openPath(path);
  return { path };
}

/** All papers of a case into one folder. */
export async function exportCasePapers(ctx: JobContext, module: PaperModule, caseId: number) {
  const documents = await listDocumentsOfCase(ctx.db, caseId);
  if (documents.length === 0) throw new Refusal('REFUSED', '本案还没有文书。');
  const desk = await module.open(ctx, caseId, null);
  for (const document of documents) await requireRestricted(ctx, desk, document);
  const folder = await ctx.ports.pickFolder({
    title: '选择存放全部文书的文件夹',
    defaultPath: desk.office.unit.exportFolder,
  });
  if (!folder) return null;
  const files = await withRenderer(ctx, async (renderer) => {
    const made: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const document of documents) {
      made.push({ name: fileName(document), bytes: await fileOf(ctx, desk, document, renderer) });
    }
    return made;
  });
  const entry = { entity: 'case', entityId: caseId, summary: `导出全部文书 ${documents.length} 份` };
  await ctx.takeOut(entry, () => {
    for (const { name, bytes } of files) writeOut(freePath(folder, name), bytes);
  });
  return { folder, count: documents.length };
}

/** One worker for all papers of a job, opened when the first of them has to be rendered. */
async function withRenderer<T>(
  ctx: JobContext,
  work: (renderer: () => JobSession) => Promise<T>,
): Promise<T> {
  const opened: JobSession[] = [];
  const renderer = () => {
    const session = opened[0] ?? ctx.jobs.open();
    opened[0] = session;
    return session;
  };
  try {
    return await work(renderer);
  } finally {
    await opened[0]?.close();
  }
}

/** The issued file as first written; a draft is rendered anew each time, with 草稿 across the page. */
async function fileOf(
  ctx: JobContext,
  desk: PaperDesk,
  document: DocumentRecord,
  renderer: () => JobSession,
): Promise<Uint8Array> {
  const stored = await findDocumentFile(ctx.db, document.id);
  if (stored) return stored.bytes;
  const model =
    document.model ??
    desk.fill({ ...document, documentNo: document.documentNo || null, watermark: watermarkOf(document) })
      .model;
  const [rendered] = await renderer().call('papers.render', {
    papers: [{ model }],
    options: renderOptionsOf(desk.office.unit),
  });
  if (!rendered) throw new Error('the worker rendered nothing');
  refuseLeaks(desk, document, docxTexts(rendered.bytes));
  if (document.model !== null) {
    await ctx.command(async ({ tx, audit, clock }) => {
      const { sha256, bytes } = rendered;
      await insertDocumentFile(tx, {
        documentId: document.id,
        sha256,
        bytes,
        engine: ENGINE,
        createdAt: clock.now().toISOString(),
      });
      await audit({
        entity: 'document',
        entityId: document.id,
        summary: `生成定稿文件 ${sha256.slice(0, 12)}`,
      });
    });
  }
  return rendered.bytes;
}

function refuseLeaks(desk: PaperDesk, document: DocumentRecord, texts: readonly string[]): void {
  const leaks = desk.leaks(document.kind, texts).filter((finding) => finding.severity === 'block');
  if (leaks.length > 0) {
    throw new Refusal(
      'REFUSED',
      `文书中出现反映人信息，已停止导出：${leaks.map((leak) => leak.message).join('；')}`,
    );
  }
}

/** What no file system takes; control characters among it. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** 安工劳监提〔2026〕3号 工会劳动法律监督提示函 安溪湾精工机械有限公司.docx */
export function fileName(
  document: Pick<DocumentRecord, 'documentNo' | 'title' | 'addressee' | 'model' | 'kind'>,
): string {
  const parts = [document.documentNo, document.title, document.addressee].filter((part) => part !== '');
  const draft = document.model === null ? '（草稿）' : '';
  return `${parts.join(' ').replace(FORBIDDEN, '').slice(0, 110)}${draft}.docx`;
}

/** Never writes over a file that is there. */
export function freePath(folder: string, name: string): string {
  const stem = name.replace(/\.docx$/, '');
  let path = join(folder, name);
  for (let i = 2; existsSync(path); i += 1) path = join(folder, `${stem}（${i}）.docx`);
  return path;
}
