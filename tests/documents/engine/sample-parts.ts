import type { Cell, Paragraph, ParagraphRole, Run } from '@shared/domain/papers/model';

/** Words the sample papers are written with. */

export const runs = (text: string): Run[] => [{ text }];
export const paragraph = (role: ParagraphRole, text: string, key?: string): Paragraph => ({
  type: 'paragraph',
  role,
  runs: runs(text),
  key,
});
export const body = (text: string) => paragraph('body', text);
export const label = (text: string, span: Partial<Cell> = {}): Cell => ({
  lines: [runs(text)],
  isLabel: true,
  ...span,
});
export const value = (text: string, span: Partial<Cell> = {}): Cell => ({
  lines: text.split('\n').map(runs),
  ...span,
});

export const base = {
  documentNo: null,
  attachments: [],
  copiesTo: [],
  appendices: [],
  letterhead: '',
} as const;
