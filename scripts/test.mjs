/**
 * Every test of the project from a fresh clone: `npm test`. `npm test -- check|rules|unit|e2e [arguments]` runs one
 * stage. Ends with a table and, as the last line, the sum over all suites.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { hasDisplay } from './lib/host.mjs';
import { ensureNodePackages } from './lib/node-packages.mjs';
import { root } from './lib/paths.mjs';
import { printReport } from './lib/test-report.mjs';
import { stages } from './lib/test-stages.mjs';

async function main([wanted, ...args]) {
  const names = wanted ? [wanted] : Object.keys(stages);
  if (wanted && !stages[wanted]) throw new Error(`Usage: npm test -- ${Object.keys(stages).join('|')}`);

  await timed('prepare', prepare);
  const suites = [];
  for (const name of names) {
    suites.push(...(await timed(name, () => stages[name](args))));
  }
  return printReport(suites);
}

async function prepare() {
  mkdirSync(join(root, 'test-output'), { recursive: true });
  await ensureNodePackages();
  const display = hasDisplay() ? [] : ['display'];
  await ensureSystem(['window', ...display, 'documents']);
  await ensureElectron();
}

async function timed(name, work) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const result = await work();
  console.log(`== ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  // What stops the run before the tests is a failure as well, and says so in the same form.
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
