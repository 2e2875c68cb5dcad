import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openSource } from '../../../electron/platform/evidence/source';
import { hashSource, writeStored } from '../../../electron/platform/evidence/store';
import { KEY } from './writer-facts';

/** The program's part of the kill test: seals the same film again and again under new names, until it is killed. */

const [path = '', folder = ''] = process.argv.slice(2);
for (let round = 0; ; round += 1) {
  const source = await openSource({ type: 'file', path });
  const sha256 = await hashSource(source, () => undefined);
  const storeName = createHash('sha256').update(String(round)).digest('hex');
  const part = join(folder, 'incoming', `${storeName.slice(0, 32)}.part`);
  const file = { fileKey: KEY, sha256, size: source.size, storeName };
  await writeStored(source, file, { folder, part, stamp: await source.stamp() }, (done) => {
    // Said synchronously: a killed program says nothing it has not done.
    writeSync(1, `${round} ${done}\n`);
  });
  await source.close();
}
