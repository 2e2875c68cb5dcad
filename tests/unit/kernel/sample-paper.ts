import type { Block, PaperModel, Run } from '@shared/domain/papers/model';

/** A letter with nothing in it yet. */
export const paper = (over: Partial<PaperModel> = {}): PaperModel => ({
  layout: 'letter',
  letterhead: '安溪县总工会',
  documentNo: null,
  title: '工会劳动法律监督提示函',
  blocks: [],
  attachments: [],
  copiesTo: [],
  appendices: [],
  ...over,
});

/** One paragraph of its body. */
export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  type: 'paragraph',
  role: 'body',
  key: 'p1',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
