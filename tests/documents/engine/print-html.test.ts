import { printHtml } from '@renderer/case-kit/paper-preview/print-html';
import { describe, expect, it } from 'vitest';
import { draftLetter, longList, opinion, reminderLetter } from './samples';

const sheets = (html: string) => html.match(/class="paper-sheet"/g)?.length ?? 0;

describe('a paper as an HTML document', () => {
  it('has a sheet a page, turned where the paper is', () => {
    expect(sheets(printHtml(reminderLetter))).toBe(2);
    expect(sheets(printHtml(opinion))).toBe(6);
    expect(printHtml(opinion).match(/paper-print is-turned/g)).toHaveLength(1);
  });

  it('escapes what was typed and shows what is missing', () => {
    const html = printHtml(draftLetter);
    expect(html).toContain('&lt;标记&gt;&amp;');
    expect(html).not.toContain('<标记>');
    // The number comes with the signature and says so; two fields are still to be filled.
    expect(html.match(/>待填</g)?.length).toBe(2);
    expect(html).toContain('（签发后编号）');
    expect(html.match(/<span>草稿<\/span>/g)).toHaveLength(sheets(html));
  });

  it('names no script and nothing from outside', () => {
    expect(printHtml(draftLetter)).not.toMatch(/<script|<link|<img|src=|url\(/);
  });

  it('repeats the header row on every page of a list', () => {
    const html = printHtml(longList);
    expect(html.match(/困难类别/g)).toHaveLength(sheets(html));
  });

  it('numbers odd pages on the right, even ones on the left', () => {
    const html = printHtml(opinion);
    expect(html).toMatch(/text-align:right[^>]*>— 1 —/);
    expect(html).toMatch(/text-align:left[^>]*>— 2 —/);
  });
});
