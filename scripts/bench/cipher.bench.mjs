import { join } from 'node:path';
import { milliseconds, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Ciphers: opening a file, reading it all, and damage that is noticed';

const DAMAGES = 60;

export async function run({ isQuick }) {
  const script = join(await bundle({ cipher: 'scripts/bench/workload/cipher.mjs' }), 'cipher.mjs');
  const figures = await withFolder((folder) =>
    runAsNode(script, { folder, count: isQuick ? 20_000 : 100_000, rounds: 15, damages: DAMAGES }),
  );
  const plain = figures.none.scan;
  return table(
    Object.entries(figures).map(([cipher, { open, scan, noticed }]) => ({
      what: cipher === 'aegis' ? 'aegis (as the application has it)' : cipher,
      value: `opened in ${milliseconds(open)}, read in ${milliseconds(scan)}, ${noticed} of ${DAMAGES} damages noticed`,
      peer: `read without cipher ${milliseconds(plain)}`,
      measured: scan / plain,
      ...(cipher === 'aegis' ? { limit: 1.5 } : {}),
    })),
  );
}
