import { join } from 'node:path';
import { milliseconds, quantile, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsApp, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Freezes: delay of the main process’s event loop during an import and a batch of letters';

const PLACES = {
  worker: 'worker thread (as the application does)',
  utility: 'utility process',
  main: 'main process',
};

export async function run({ isQuick }) {
  const bundles = await bundle({
    loop: 'scripts/bench/workload/loop.mjs',
    import: 'scripts/bench/workload/import.mjs',
    worker: 'electron/jobs/worker.ts',
    utility: 'scripts/bench/workload/utility.mjs',
  });
  const rows = isQuick ? 5_000 : 50_000;
  const letterCount = isQuick ? 100 : 1000;
  return withFolder(async (folder) => {
    await runAsNode(join(bundles, 'import.mjs'), { step: 'roster', folder, resourcesFolder, count: rows });
    const rosterPath = join(folder, 'roster.xlsx');
    const measure = (step) =>
      runAsApp(join(bundles, 'loop.mjs'), {
        ...{ step, folder: join(folder, step), bundles, resourcesFolder, rosterPath, letterCount },
      });
    const line = (what, { time, delays }, limit) => ({
      what,
      value: `p99 ${milliseconds(quantile(delays, 0.99))}, most ${milliseconds(Math.max(...delays))}`,
      peer: `took ${milliseconds(time)}`,
      ...(limit ? { measured: quantile(delays, 0.99), limit, unit: 'ms p99' } : {}),
    });
    const lines = [line('nothing going on: what this machine does by itself', await measure('rest'))];
    for (const [place, what] of Object.entries(PLACES)) {
      const limit = place === 'worker' ? 20 : undefined;
      lines.push(line(`${rows.toLocaleString('en')} employers: ${what}`, await measure(place), limit));
    }
    lines.push(
      line(
        `${letterCount.toLocaleString('en')} letters signed, numbered and written`,
        await measure('letters'),
        20,
      ),
    );
    return table(lines);
  });
}
