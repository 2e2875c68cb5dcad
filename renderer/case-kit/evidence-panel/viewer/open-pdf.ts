import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** pdf.js out of our own bundle: its worker, character maps, stand-in fonts and decoders come from app:// too. */

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = Awaited<ReturnType<Pdf['getDocument']>['promise']>;

const asset = (folder: string): string => new URL(`./pdf/${folder}/`, document.baseURI).href;

/** Opens a PDF at an address of ours. `close` ends it at any moment. */
export function openPdf(url: string): {
  readonly document: Promise<PdfDocument>;
  readonly close: () => void;
} {
  const opening = import('pdfjs-dist/legacy/build/pdf.mjs').then((pdf) => {
    pdf.GlobalWorkerOptions.workerSrc = workerUrl;
    return pdf.getDocument({
      url,
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
    close: () => void opening.then((task) => task.destroy()),
  };
}
