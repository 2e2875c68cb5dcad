import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of text on a page, in millimetres from the page's left and upper edge. */
export type PdfLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly sizePt: number;
  readonly isTurned: boolean;
};

export type PdfPage = { readonly width: number; readonly height: number; readonly lines: readonly PdfLine[] };

const mm = (points: number): number => (points * 25.4) / 72;

export async function readPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const pieces = items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [{ text: item.str, width: item.width, transform: item.transform }]
        : [],
    );
    pages.push({ width: mm(width), height: mm(height), lines: joinPieces(pieces, height) });
  }
  await document.loadingTask.destroy();
  return pages;
}

type Piece = { readonly text: string; readonly width: number; readonly transform: number[] };

/** Pieces on one baseline are one line, whatever runs the text was cut into. */
function joinPieces(pieces: readonly Piece[], pageHeight: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { text, width, transform } of pieces) {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    const piece = {
      text,
      left: mm(x),
      right: mm(x + width),
      baseline: mm(pageHeight - y),
      sizePt: Math.hypot(a, b),
      isTurned: Math.abs(b) > Math.abs(a),
    };
    const last = lines.at(-1);
    if (last !== undefined && !piece.isTurned && Math.abs(last.baseline - piece.baseline) < 0.2) {
      lines[lines.length - 1] = { ...last, text: last.text + text, right: Math.max(last.right, piece.right) };
    } else {
      lines.push(piece);
    }
  }
  return lines;
}
