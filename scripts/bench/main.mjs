/**
 * Runs every `*.bench.mjs` beside this file, or those whose name contains the first argument. Each exports
 * `name` and `run`; `run` resolves with the lines to print.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const wanted = process.argv[2] ?? '';
const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.bench.mjs') && name.includes(wanted),
);
if (files.length === 0) throw new Error(`No benchmark is named ${wanted}`);

for (const file of files.sort()) {
  const { name, run } = await import(pathToFileURL(join(import.meta.dirname, file)).href);
  console.log(`\n== ${name}`);
  for (const line of await run()) console.log(`  ${line}`);
}
