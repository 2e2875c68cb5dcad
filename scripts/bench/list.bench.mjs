import { join } from 'node:path';
import { milliseconds, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'List: one page of 50 cases through the whole pipeline, against the bare statements';

const SIZES = [10_000, 100_000, 1_000_000];

export async function run({ isQuick }) {
  const script = join(await bundle({ list: 'scripts/bench/workload/list.mjs' }), 'list.mjs');
  const sizes = isQuick ? SIZES.map((size) => size / 10) : SIZES;
  const measured = [];
  for (const count of sizes) {
    measured.push(
      await withFolder((folder) => runAsNode(script, { folder, resourcesFolder, count, rounds: 600 })),
    );
  }
  const [smallest] = measured;
  const largest = measured.at(-1);
  const rows = sizes.flatMap((size, i) =>
    Object.entries(measured[i].figures).map(([view, { first, bareFirst }]) => ({
      what: `${size.toLocaleString('en')}: ${view}`,
      value: milliseconds(first),
      peer: milliseconds(bareFirst),
      measured: first / bareFirst,
      ...(size === sizes.at(-1) ? { limit: 1.5 } : {}),
    })),
  );
  const growth = Object.entries(largest.figures).map(([view, { again }]) => ({
    what: `page turned, largest ÷ smallest: ${view}`,
    value: milliseconds(again),
    peer: milliseconds(smallest.figures[view].again),
    measured: again / smallest.figures[view].again,
    limit: 1.5,
  }));
  return [
    'value: rows and total as the page asks for them after a change; peer: the same two statements, prepared once, run bare',
    ...table([...rows, ...growth]),
    `filled ${sizes.at(-1).toLocaleString('en')} cases in ${milliseconds(largest.filling)}`,
  ];
}
