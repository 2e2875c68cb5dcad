import { createPdfBudget } from '@shared/domain/evidence/pdf-bytes';
import { CHUNK_SIZE } from './chunk-format';
import { openStored, readRange, type StoredFile } from './store';

/**
 * Pages of a stored file; null when they cannot be told and are typed in. Counted on the sealed copy: what is counted
 * is what was kept, and it is proved that it can be read back.
 */
export async function countPages(
  folder: string,
  file: StoredFile,
  mediaType: string,
): Promise<number | null> {
  if (mediaType.startsWith('image/')) return 1;
  if (mediaType !== 'application/pdf') return null;
  return countPdfPages(folder, file);
}

/** A part could not be read, or would be more than may be read. */
const STOPPED = 'stopped';

async function countPdfPages(folder: string, file: StoredFile): Promise<number | null> {
  const pdf = await loadPdf();
  const stored = await openStored(folder, file);
  try {
    const head = await stored.chunk(0);
    const transport = new pdf.PDFDataRangeTransport(file.size, Uint8Array.from(head));
    const mayRead = createPdfBudget();
    // The library waits for ever for a part that never comes.
    const stopped = new Promise<typeof STOPPED>((resolve) => {
      transport.requestDataRange = (begin: number, end: number) => {
        if (!mayRead(begin, end)) {
          resolve(STOPPED);
          return;
        }
        collect(readRange(folder, file, begin, end)).then(
          (bytes) => transport.onDataRange(begin, bytes),
          () => resolve(STOPPED),
        );
      };
    });
    const task = pdf.getDocument({
      range: transport,
      rangeChunkSize: CHUNK_SIZE,
      disableAutoFetch: true,
      disableStream: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    const counted = task.promise.then(
      ({ numPages }) => numPages,
      // Locked by a password or damaged: kept as it is, and its pages are typed in by hand.
      () => null,
    );
    const outcome = await Promise.race([counted, stopped]);
    // One that still waits for a part ends with this thread; to end it before is a fault nobody can catch.
    if (outcome !== STOPPED) await task.destroy();
    return outcome === STOPPED ? null : outcome;
  } finally {
    await stored.close();
  }
}

/** Three megabytes that only a PDF needs: loaded when there is one. */
async function loadPdf() {
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // Inside a thread already, the library's own worker runs beside it without another thread.
  Reflect.set(globalThis, 'pdfjsWorker', worker);
  return pdf;
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
