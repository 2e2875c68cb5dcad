import { createHash } from 'node:crypto';
import type { PaperModel } from '@shared/domain/papers/model';
import { writeOut } from '../exchange/write-out';
import { type RenderOptions, renderDocx, renderMergedDocx } from './engine/render-docx';

export type RenderJob = {
  readonly papers: readonly { readonly model: PaperModel }[];
  readonly options: RenderOptions;
};

export type RenderedPaper = { readonly sha256: string; readonly bytes: Uint8Array };

/** Models → .docx bytes. Runs in a worker. */
export async function renderPapers(
  job: RenderJob,
  progress: (phase: string, done: number, total: number) => void,
): Promise<RenderedPaper[]> {
  const rendered: RenderedPaper[] = [];
  for (const [index, paper] of job.papers.entries()) {
    const bytes = await renderDocx(paper.model, job.options);
    rendered.push({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes });
    progress('生成文书', index + 1, job.papers.length);
  }
  return rendered;
}

/** All papers in one file, page numbers beginning anew with each. */
export async function mergePapers(job: {
  readonly models: readonly PaperModel[];
  readonly path: string;
  readonly options: RenderOptions;
}): Promise<{ path: string }> {
  writeOut(job.path, await renderMergedDocx([...job.models], job.options));
  return { path: job.path };
}
