import { join } from 'node:path';
import { milliseconds, quantile, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Search as you type, every kind of record at once, through the whole pipeline';

/** One frame of a screen that shows sixty. */
const FRAME = 16.7;

export async function run({ isQuick }) {
  const count = isQuick ? 100_000 : 1_000_000;
  const script = join(await bundle({ search: 'scripts/bench/workload/search.mjs' }), 'search.mjs');
  const { times, slowest, hostile, filling } = await withFolder((folder) =>
    runAsNode(script, { folder, resourcesFolder, count, records: 100 }),
  );
  const line = (what, values) => {
    const p99 = quantile(values, 0.99);
    return {
      what,
      value: `p50 ${milliseconds(quantile(values, 0.5))}, p99 ${milliseconds(p99)}, most ${milliseconds(Math.max(...values))}`,
      measured: p99,
      limit: FRAME,
      unit: 'ms p99',
    };
  };
  return [
    `${count.toLocaleString('en')} employers and as many people, filled in ${milliseconds(filling)}`,
    ...table([
      ...Object.entries(times).map(([what, values]) => line(what, values)),
      line('all keys together', Object.values(times).flat()),
      ...Object.entries(slowest).map(([text, values]) => line(`among the slowest, again: ${text}`, values)),
      ...Object.entries(hostile).map(([text, values]) => line(`hostile: ${text}`, values)),
    ]),
  ];
}
