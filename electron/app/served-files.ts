import { randomBytes } from 'node:crypto';
import type { ServedFile } from '../ipc/context';
import { readRange } from '../platform/evidence/store';
import { APP_ORIGIN } from './origin';

/** Evidence in the window: plain bytes behind an address nobody can guess, which dies with the lock. */
export type ServedFiles = {
  /** @returns the address */
  readonly serve: (file: ServedFile) => string;
  /** @returns null when the path is none of ours */
  readonly answer: (request: Request) => Promise<Response | null>;
  readonly clear: () => void;
};

const FOLDER = '/evidence/';
/** As many as a person looks at; older addresses die. */
const MOST = 50;

export function createServedFiles(): ServedFiles {
  const served = new Map<string, ServedFile>();
  return {
    serve: (file) => {
      const token = randomBytes(32).toString('base64url');
      served.set(token, file);
      const [oldest] = served.keys();
      if (served.size > MOST && oldest !== undefined) served.delete(oldest);
      return `${APP_ORIGIN}${FOLDER}${token}`;
    },
    answer: async (request) => {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(FOLDER)) return null;
      const token = pathname.slice(FOLDER.length);
      const file = served.get(token);
      if (!file || !['GET', 'HEAD'].includes(request.method)) return new Response('', { status: 404 });
      return respond(file, request, () => served.has(token));
    },
    clear: () => served.clear(),
  };
}

function respond(served: ServedFile, request: Request, isAlive: () => boolean): Response {
  const { size } = served.file;
  const range = parseRange(request.headers.get('range'), size);
  if (range === 'wrong') {
    return new Response('', { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const { start, end } = range ?? { start: 0, end: size };
  const headers: Record<string, string> = {
    'content-type': served.mediaType,
    'content-length': String(end - start),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Shown by itself the file may do nothing, whatever it holds.
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  };
  if (range) headers['content-range'] = `bytes ${start}-${end - 1}/${size}`;
  const body = request.method === 'HEAD' ? null : streamOf(served, start, end, isAlive);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** One chunk is opened when the window asks for more; a film never stands in memory. */
function streamOf(
  { folder, file }: ServedFile,
  start: number,
  end: number,
  isAlive: () => boolean,
): ReadableStream<Uint8Array> {
  const pieces = readRange(folder, file, start, end);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const piece = isAlive() ? await pieces.next() : { done: true as const };
          if (piece.done) {
            controller.close();
            await pieces.return(undefined);
          } else controller.enqueue(new Uint8Array(piece.value));
        } catch (error) {
          // A damaged chunk: the window shows that the file cannot be shown.
          controller.error(error);
        }
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

/** @returns the part asked for, end not included; null for the whole; wrong when there is no such part */
export function parseRange(
  header: string | null,
  size: number,
): { readonly start: number; readonly end: number } | null | 'wrong' {
  if (header === null) return null;
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match || (match[1] === '' && match[2] === '')) return 'wrong';
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return start < end && start < size ? { start, end } : 'wrong';
}
