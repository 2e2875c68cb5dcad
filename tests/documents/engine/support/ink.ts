import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const resolution = 300;
const mm = (pixels: number): number => (pixels * 25.4) / resolution;

export type Box = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** A page as printed, to be asked where its ink is. */
export type InkPage = { readonly width: number; readonly height: number; readonly pixels: Buffer };
export type Colour = 'red' | 'black';

/** The rows of a colour, as bands from top to bottom, in millimetres; rows closer than the gap belong together. */
export function bandsOf(page: InkPage, colour: Colour, gapMm = 0.1): Box[] {
  const bands: Box[] = [];
  for (let y = 0; y < page.height; y += 1) {
    const row = rowExtent(page, y, colour);
    if (row === null) continue;
    const last = bands.at(-1);
    if (last !== undefined && mm(y) - last.bottom <= gapMm) {
      const left = Math.min(last.left, row.left);
      const right = Math.max(last.right, row.right);
      bands[bands.length - 1] = { top: last.top, bottom: mm(y + 1), left, right };
    } else {
      bands.push({ top: mm(y), bottom: mm(y + 1), ...row });
    }
  }
  return bands;
}

function rowExtent(page: InkPage, y: number, colour: Colour): { left: number; right: number } | null {
  let first = -1;
  let last = -1;
  for (let x = 0; x < page.width; x += 1) {
    const at = (y * page.width + x) * 3;
    const red = page.pixels[at] ?? 255;
    const green = page.pixels[at + 1] ?? 255;
    const isInk = colour === 'red' ? red > 180 && green < 110 : red < 110 && green < 110;
    if (!isInk) continue;
    if (first === -1) first = x;
    last = x;
  }
  return first === -1 ? null : { left: mm(first), right: mm(last + 1) };
}

export async function inkOf(pdfPath: string, page: number): Promise<InkPage> {
  const at = String(page);
  const { stdout } = await run('pdftoppm', ['-r', String(resolution), '-f', at, '-l', at, pdfPath], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  // P6, width and height, 255, then three bytes a pixel.
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('pdftoppm wrote no picture');
  return { width: Number(header[1]), height: Number(header[2]), pixels: stdout.subarray(header[0].length) };
}
