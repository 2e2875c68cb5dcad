/**
 * Bytes of one PDF that are read at most while it is shown or counted. Reading by parts a page needs few; a file whose
 * table of contents is broken is searched through as a whole, and that must not fill the memory.
 */
export const MOST_PDF_BYTES = 256 * 1024 * 1024;

/** Why a part of a PDF is not there: it cannot be read, or it would be more than may be read. */
export type PdfFault = 'broken' | 'tooLarge';

/** Counts what is asked for. @returns false once it is more than may be read */
export function createPdfBudget(): (begin: number, end: number) => boolean {
  let left = MOST_PDF_BYTES;
  return (begin, end) => {
    left -= end - begin;
    return left >= 0;
  };
}
