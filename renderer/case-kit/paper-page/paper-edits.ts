import type { ParagraphDraft, ParagraphEdits } from '@shared/contract/documents';
import type { FieldValues } from '@shared/domain/kernel/field';

/** What a person may change on a paper: the values of its fields and the wording of its paragraphs. */
export type PaperContent = { readonly values: FieldValues; readonly edits: ParagraphEdits };

/** The wording a paragraph has now: the edit, else what the template says with the present values. */
export function textOf(paragraph: ParagraphDraft, edits: ParagraphEdits): string {
  return edits[paragraph.key] ?? paragraph.defaultText;
}

/** Typing the default wording again is no edit: the paragraph then follows its fields as before. */
export function editParagraph(
  edits: ParagraphEdits,
  paragraph: ParagraphDraft,
  text: string,
): ParagraphEdits {
  if (text === paragraph.defaultText && !paragraph.isOptional) return restoreParagraph(edits, paragraph.key);
  return { ...edits, [paragraph.key]: text };
}

export function restoreParagraph(edits: ParagraphEdits, key: string): ParagraphEdits {
  const { [key]: _removed, ...rest } = edits;
  return rest;
}

/** Switches an optional paragraph. One that the template leaves out is taken in with its default wording. */
export function includeParagraph(
  edits: ParagraphEdits,
  paragraph: ParagraphDraft,
  isIncluded: boolean,
): ParagraphEdits {
  if (!isIncluded) return { ...edits, [paragraph.key]: null };
  return { ...edits, [paragraph.key]: paragraph.defaultText };
}

export function isParagraphIncluded(paragraph: ParagraphDraft, edits: ParagraphEdits): boolean {
  const edit = edits[paragraph.key];
  if (edit === undefined) return paragraph.isIncluded;
  return edit !== null;
}

export function isParagraphEdited(paragraph: ParagraphDraft, edits: ParagraphEdits): boolean {
  const edit = edits[paragraph.key];
  return edit !== undefined && edit !== null && edit !== paragraph.defaultText;
}

export function isSameContent(a: PaperContent, b: PaperContent): boolean {
  return canonical(a) === canonical(b);
}

function canonical(content: PaperContent): string {
  return JSON.stringify([sorted(content.values), sorted(content.edits)]);
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
