import { readdirSync, readFileSync } from 'node:fs';
import { table } from './figures.mjs';
import { withFolder } from './lib/electron.mjs';
import { EMPTY, OURS, paintedAt, unlock, withWindow } from './lib/window.mjs';

export const name = 'Memory at rest, all processes together, against an empty window';

/** Long enough for start-up garbage to be collected. */
const REST = 10_000;

export async function run() {
  if (process.platform !== 'linux') return ['measured on Linux only: /proc tells shared pages apart'];
  const rest = () => new Promise((done) => setTimeout(done, REST));
  return withFolder(async (folder) => {
    const measure = (program, open) =>
      withWindow(program, `${folder}/data`, async ({ page, pid }) => {
        await paintedAt(page);
        await open(page);
        await rest();
        return memoryOf(pid);
      });
    const empty = await measure(EMPTY, async () => undefined);
    await measure(OURS, unlock);
    const ours = await measure(OURS, unlock);
    const line = (what, kind, limit) => ({
      what,
      value: `${ours[kind]} MB`,
      peer: `empty window ${empty[kind]} MB`,
      measured: ours[kind] / empty[kind],
      ...(limit ? { limit } : {}),
    });
    return table([
      line('the to-do page of the sample data', 'all', 1.3),
      line('  main process', 'main'),
      line('  page', 'renderer'),
      line('  others of Chromium', 'other'),
    ]);
  });
}

/** Proportional set size of a process and all below it, in MB by kind: what is shared is counted once. */
function memoryOf(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isBelow = (id) => id === pid || (parents.get(id) > 1 && isBelow(parents.get(id)));
  const sizes = { all: 0, main: 0, renderer: 0, other: 0 };
  for (const id of [...parents.keys()].filter(isBelow)) {
    const size = proportionalSize(id) / 1024;
    sizes.all += size;
    sizes[kindOf(id, pid)] += size;
  }
  return Object.fromEntries(Object.entries(sizes).map(([kind, size]) => [kind, Math.round(size)]));
}

function kindOf(id, pid) {
  const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
  if (command.includes('--type=renderer')) return 'renderer';
  return id === pid ? 'main' : 'other';
}

function parentOf(id) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  } catch {
    // Ended while the list was read.
    return 0;
  }
}

const proportionalSize = (id) =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
