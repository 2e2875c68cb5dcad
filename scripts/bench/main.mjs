/**
 * Runs every `*.bench.mjs` beside this file, or those whose name contains an argument: `npm run bench -- search list`.
 * `--quick` takes a tenth of the data. Each exports `name` and `run(options)`; `run` resolves with the lines to print.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const files = readdirSync(import.meta.dirname).filter(
  (name) =>
    name.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
);
if (files.length === 0) throw new Error(`No benchmark is named ${wanted.join(', ')}`);

for (const file of files.sort()) {
  const { name, run } = await import(pathToFileURL(join(import.meta.dirname, file)).href);
  console.log(`\n== ${name}${isQuick ? ' (quick)' : ''}`);
  const began = performance.now();
  try {
    for (const line of await run({ isQuick })) console.log(`  ${line}`);
  } catch (error) {
    // One that cannot run here, for want of LibreOffice for example, does not keep the others from running.
    console.log(`  not measured: ${error.message}`);
    process.exitCode = 1;
  }
  console.log(`  (${((performance.now() - began) / 1000).toFixed(0)} s)`);
}
