import {
  editParagraph,
  includeParagraph,
  isParagraphEdited,
  isParagraphIncluded,
  isSameContent,
  restoreParagraph,
  textOf,
} from '@renderer/case-kit/paper-page/paper-edits';
import type { ParagraphDraft } from '@shared/contract/documents';
import { describe, expect, it } from 'vitest';

const paragraph = (more: Partial<ParagraphDraft> = {}): ParagraphDraft => ({
  key: 'reason',
  label: '发函缘由',
  text: '默认用语。',
  defaultText: '默认用语。',
  isEdited: false,
  isOptional: false,
  isIncluded: true,
  ...more,
});

describe('wording of a paper', () => {
  it('follows the template until it is edited', () => {
    expect(textOf(paragraph({ defaultText: '自收到之日起15日内' }), {})).toBe('自收到之日起15日内');
    const edits = editParagraph({}, paragraph(), '改写。');
    expect(edits).toEqual({ reason: '改写。' });
    expect(textOf(paragraph(), edits)).toBe('改写。');
    expect(isParagraphEdited(paragraph(), edits)).toBe(true);
  });

  it('keeps no edit when the default is typed again or restored', () => {
    expect(editParagraph({ reason: '改写。' }, paragraph(), '默认用语。')).toEqual({});
    expect(restoreParagraph({ reason: '改写。', reply: '另一段' }, 'reason')).toEqual({ reply: '另一段' });
  });

  it('switches an optional paragraph off and on again', () => {
    const optional = paragraph({ isOptional: true, isIncluded: false });
    expect(isParagraphIncluded(optional, {})).toBe(false);
    const taken = includeParagraph({}, optional, true);
    expect(isParagraphIncluded(optional, taken)).toBe(true);
    expect(isParagraphEdited(optional, taken)).toBe(false);
    expect(isParagraphIncluded(optional, includeParagraph(taken, optional, false))).toBe(false);
  });

  it('compares contents whatever the order of their keys', () => {
    const a = { values: { n: 15, unit: 'day' }, edits: { reason: 'x', reply: null } };
    const b = { values: { unit: 'day', n: 15 }, edits: { reply: null, reason: 'x' } };
    expect(isSameContent(a, b)).toBe(true);
    expect(isSameContent(a, { ...b, edits: { reason: 'x' } })).toBe(false);
  });
});
