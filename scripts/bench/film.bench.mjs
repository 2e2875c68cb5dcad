import { join } from 'node:path';
import { table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { resourcesFolder, runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'A film as evidence: by how much the process grows, against a film of 32 MB';

const SMALL = 32;
const LARGE = 500;

export async function run({ isQuick }) {
  if (process.platform !== 'linux') return ['measured on Linux only: /proc tells the highest size'];
  const script = join(await bundle({ film: 'scripts/bench/workload/film.mjs' }), 'film.mjs');
  const measure = (megabytes) =>
    withFolder((folder) => runAsNode(script, { folder, resourcesFolder, megabytes }));
  const size = isQuick ? LARGE / 10 : LARGE;
  const small = await measure(SMALL);
  const large = await measure(size);
  return table(
    Object.entries(large).map(([step, grown]) => ({
      what: `${size} MB: ${step}`,
      value: `+${grown.toFixed(1)} MB`,
      peer: `${SMALL} MB: +${small[step].toFixed(1)} MB`,
      measured: grown / size,
      limit: 0.2,
    })),
  );
}
