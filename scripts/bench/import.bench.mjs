import { join } from 'node:path';
import { median, milliseconds, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Import of an Excel roster, validated and saved, against parsing the same file alone';

const ROUNDS = 3;

export async function run({ isQuick }) {
  const count = isQuick ? 5_000 : 50_000;
  const script = join(await bundle({ import: 'scripts/bench/workload/import.mjs' }), 'import.mjs');
  return withFolder(async (folder) => {
    const step = (name) => runAsNode(script, { step: name, folder, resourcesFolder, count });
    await step('roster');
    const [parsing, reading, writing] = [[], [], []];
    // Each in a process of its own, in turn: neither profits from what the other has warmed up.
    for (let round = 0; round < ROUNDS; round += 1) {
      parsing.push((await step('parse')).parsing);
      const imported = await step('import');
      reading.push(imported.reading);
      writing.push(imported.writing);
    }
    const [alone, read, written] = [parsing, reading, writing].map(median);
    return table([
      {
        what: `${count.toLocaleString('en')} rows: import`,
        value: milliseconds(read + written),
        peer: `parsing ${milliseconds(alone)}`,
        measured: (read + written) / alone,
        limit: 2,
      },
      { what: '  read, judged, compared with the register', value: milliseconds(read) },
      { what: '  saved and indexed in one transaction', value: milliseconds(written) },
    ]);
  });
}
