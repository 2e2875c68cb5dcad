import { createPdfBudget, MOST_PDF_BYTES } from '@shared/domain/evidence/pdf-bytes';
import { expect, it } from 'vitest';
import { CHUNK_SIZE, chunkPlace } from '../../../electron/platform/evidence/chunk-format';
import { countPages } from '../../../electron/platform/evidence/page-count';
import { temporaryFolder } from '../../builders/file';
import { makePdf, PNG } from '../../builders/sample-files';
import { storeBytes, tamper } from './support';

/** Pages of a stored file, as 卷内目录 needs them: right, or typed by hand. */

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ballast = 4 * CHUNK_SIZE;
const withLostTable = (pdf: Buffer) =>
  Buffer.from(pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');

it.each([
  ['a picture is one page', 'image/png', PNG, 1],
  ['a PDF of one page', 'application/pdf', makePdf(1), 1],
  ['a PDF of 300 pages', 'application/pdf', makePdf(300), 300],
  ['a PDF that lies in many chunks', 'application/pdf', makePdf(7, ballast), 7],
  ['a PDF that has lost its table is searched through', 'application/pdf', withLostTable(makePdf(4)), 4],
  ['a PDF that is none', 'application/pdf', Buffer.from('%PDF-1.4\nnothing'), null],
  ['a Word document: its pages depend on who lays it out', DOCX, Buffer.from('PK'), null],
  ['a recording', 'audio/wav', Buffer.from('RIFF'), null],
])('%s', async (_what, mediaType, bytes, pages) => {
  const folder = temporaryFolder();
  expect(await countPages(folder, await storeBytes(folder, bytes), mediaType)).toBe(pages);
});

it('a chunk that cannot be read ends the counting instead of holding it up', async () => {
  const folder = temporaryFolder();
  const pdf = makePdf(5, ballast);
  const file = await storeBytes(folder, pdf);
  const last = Math.floor((pdf.length - 1) / CHUNK_SIZE);
  tamper(folder, file, (bytes) => {
    const { offset } = chunkPlace(last, pdf.length);
    bytes[offset] = (bytes[offset] ?? 0) ^ 1;
    return bytes;
  });
  expect(await countPages(folder, file, 'application/pdf')).toBeNull();
});

it('what is read of one PDF has an end', () => {
  const mayRead = createPdfBudget();
  expect(mayRead(0, MOST_PDF_BYTES)).toBe(true);
  expect(mayRead(0, 1)).toBe(false);
});
