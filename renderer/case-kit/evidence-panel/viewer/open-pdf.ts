import { createPdfBudget, type PdfFault } from '@shared/domain/evidence/pdf-bytes';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { readPart } from './read-part';

/** pdf.js out of our own bundle: its worker, character maps, stand-in fonts and decoders come from app:// too. */

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Transport = InstanceType<Pdf['PDFDataRangeTransport']>;
export type PdfDocument = Awaited<ReturnType<Pdf['getDocument']>['promise']>;

const asset = (folder: string): string => new URL(`./pdf/${folder}/`, document.baseURI).href;

/** A chunk of the store: each request opens one. */
const PART_SIZE = 256 * 1024;

type PdfFile = { readonly url: string; readonly size: number };

/**
 * Opens a PDF at an address of ours, only the parts that a page needs. `close` ends it at any moment; `onFault` tells
 * when a part cannot be had, also long after the document was opened.
 */
export function openPdf(
  file: PdfFile,
  onFault: (fault: PdfFault) => void,
): {
  readonly document: Promise<PdfDocument>;
  readonly close: () => void;
} {
  const closing = new AbortController();
  const opening = import('pdfjs-dist/legacy/build/pdf.mjs').then((pdf) => {
    pdf.GlobalWorkerOptions.workerSrc = workerUrl;
    const range = new pdf.PDFDataRangeTransport(file.size, null);
    readByParts(range, file, { signal: closing.signal, onFault });
    return pdf.getDocument({
      range,
      rangeChunkSize: PART_SIZE,
      disableAutoFetch: true,
      disableStream: true,
      cMapUrl: asset('cmaps'),
      standardFontDataUrl: asset('standard_fonts'),
      wasmUrl: asset('wasm'),
      // The page's policy lets no WebAssembly in; the same decoders are there as plain script.
      useWasm: false,
      useSystemFonts: true,
      enableXfa: false,
      disableWorkerRendering: true,
      verbosity: 0,
    });
  });
  return {
    document: opening.then((task) => task.promise),
    close: () => {
      closing.abort();
      void opening.then((task) => task.destroy());
    },
  };
}

type Reading = { readonly signal: AbortSignal; readonly onFault: (fault: PdfFault) => void };

function readByParts(range: Transport, { url }: PdfFile, { signal, onFault }: Reading): void {
  const mayRead = createPdfBudget();
  range.requestDataRange = (begin, end) => {
    if (!mayRead(begin, end)) {
      onFault('tooLarge');
      return;
    }
    readPart(url, { begin, end }, signal).then(
      (bytes) => range.onDataRange(begin, bytes),
      () => {
        // Closed meanwhile: nobody looks any more.
        if (!signal.aborted) onFault('broken');
      },
    );
  };
}
