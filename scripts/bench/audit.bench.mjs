import { join } from 'node:path';
import { milliseconds, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Audit log: one page of 50 rows and the check of the whole chain';

const SIZES = [10_000, 1_000_000];
/** Its window of rows is not filled by the smaller log. */
const SEARCHED = 'a word that never occurs';
const megabytes = (bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;

export async function run({ isQuick }) {
  const script = join(await bundle({ audit: 'scripts/bench/workload/audit.mjs' }), 'audit.mjs');
  const measured = [];
  for (const count of isQuick ? SIZES.map((size) => size / 10) : SIZES) {
    measured.push(
      await withFolder((folder) =>
        runAsNode(script, { folder, resourcesFolder, count, rounds: 400 }, ['--expose-gc']),
      ),
    );
  }
  const [small, large] = measured;
  const views = Object.entries(large.figures);
  return [
    'value: a page as it is asked for; peer: the same rows by one bare statement; grown: the same page of a hundredth of the rows',
    ...table([
      ...views.map(([view, { whole, bare }]) => ({
        what: view,
        value: milliseconds(whole),
        peer: milliseconds(bare),
        measured: whole / bare,
        // Of a page so short a third is the pipeline; what is searched row by row has room for a ratio.
        ...(view === SEARCHED ? { limit: 1.5 } : {}),
      })),
      ...views
        .filter(([view]) => view !== SEARCHED)
        .map(([view, { whole }]) => ({
          what: `grown: ${view}`,
          value: milliseconds(whole),
          peer: milliseconds(small.figures[view].whole),
          measured: whole / small.figures[view].whole,
          limit: 1.5,
        })),
      {
        what: 'check of the chain, against reading and hashing alone',
        value: milliseconds(large.check),
        peer: milliseconds(large.bareCheck),
        measured: large.check / large.bareCheck,
        limit: 1.5,
      },
      {
        what: 'heap held during the check, against that of a hundredth of the rows',
        value: megabytes(large.heap),
        peer: megabytes(small.heap),
        measured: large.heap / small.heap,
        limit: 1.2,
      },
    ]),
    `filled the larger log in ${milliseconds(large.filling)}`,
  ];
}
