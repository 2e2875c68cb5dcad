/**
 * Drives the real application through the main job on sample data, takes a screenshot of every step, and lists
 * what came out. Started by `npm run demo -- --walk [--out <folder>]`.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchApp } from '../tests/e2e/support/launch.ts';
import { steps } from '../tests/e2e/walk/steps.ts';
import { root } from './lib/paths.mjs';

const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
const folder = out ? resolve(out) : join(root, 'demo-output');

/** The default folder belongs to the walk and is emptied; a folder named by a person is not. */
function prepareFolder() {
  if (!out) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

async function walk() {
  const launched = await launchApp({ args: ['--demo'] });
  const context = { ...launched, folder };
  try {
    for (const [index, step] of steps.entries()) {
      await take(context, `${String(index + 1).padStart(2, '0')}-${step.name}`, step);
    }
  } finally {
    await launched.close();
  }
}

async function take(context, label, step) {
  const began = performance.now();
  try {
    await step.run(context);
    await context.page.screenshot({ path: join(folder, `${label}.png`) });
    console.log(`  ${label}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    // The page as it stood tells more than the message; taking it must not hide the message.
    await context.page.screenshot({ path: join(folder, `${label}-failed.png`) }).catch(() => {});
    throw new Error(`Step ${label} failed`, { cause: error });
  }
}

function list() {
  const files = readdirSync(folder, { recursive: true }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  console.log(`\nIn ${folder}:`);
  for (const name of files.sort()) {
    console.log(`  ${name}  ${Math.ceil(statSync(join(folder, name)).size / 1024)} KB`);
  }
  const count = (ending) => files.filter((name) => name.endsWith(ending)).length;
  console.log(`\n${count('.docx')} Word papers, ${count('.png')} screenshots`);
}

prepareFolder();
console.log('Walking through the main job …');
await walk();
list();
