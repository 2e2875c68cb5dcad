/**
 * Drives the real application through the main job, from the first run page to the archived case, takes a screenshot
 * of every step, exports every paper, and lists what came out. Started by `npm run demo -- --walk [--out <folder>]`.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { loadWalk } from './lib/walk-code.mjs';

const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
const folder = out ? resolve(out) : join(root, 'demo-output');
const began = performance.now();
const { launchOffice, logIn, resize, steps, windowSizes } = await loadWalk();

/** The default folder belongs to the walk and is emptied; a folder named by a person is not. */
function prepareFolder() {
  if (!out) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

async function walk() {
  const userData = mkdtempSync(join(tmpdir(), 'casework-walk-'));
  const made = [];
  const context = { launched: null, folder, made, caseId: 0, shot: (name) => shot(context, name) };
  let today = '';
  try {
    for (const step of steps) {
      if (step.today !== today) {
        await context.launched?.close();
        context.launched = await openOn(step.today, userData, today === '');
        today = step.today;
        console.log(`  ${today}`);
      }
      await take(context, step);
    }
  } finally {
    await context.launched?.close();
    rmSync(userData, { recursive: true, force: true });
  }
  return made;
}

async function openOn(today, userData, isFirst) {
  const launched = await launchOffice({ today, userData });
  await resize(launched.page, windowSizes[0]);
  if (!isFirst) await logIn(launched.page);
  return launched;
}

let shots = 0;

async function shot({ launched }, name) {
  shots += 1;
  // A list that is still closing belongs to the step before.
  const list = launched.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').first();
  await list.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => {});
  const label = `${String(shots).padStart(2, '0')}-${name.replace(/[\\/:*?"<>|]/g, '')}`;
  await launched.page.screenshot({ path: join(folder, `${label}.png`) });
  return label;
}

async function take(context, step) {
  const start = performance.now();
  try {
    await step.run(context);
    await shot(context, step.name);
    console.log(`    ${step.name}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    // The page as it stood tells more than the message; taking it must not hide the message.
    await shot(context, `${step.name}-失败`).catch(() => {});
    throw new Error(`Step ${step.name} failed`, { cause: error });
  }
}

function list(made) {
  const files = readdirSync(folder, { recursive: true }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  console.log(`\nIn ${folder}:`);
  for (const name of files.filter((file) => file.endsWith('.docx')).sort()) {
    console.log(`  ${name}  ${Math.ceil(statSync(join(folder, name)).size / 1024)} KB`);
  }
  console.log(`\n${made.join('\n')}`);
  const count = (ending) => files.filter((name) => name.endsWith(ending)).length;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`\n${count('.docx')} Word papers, ${count('.png')} screenshots, ${seconds} s`);
}

prepareFolder();
console.log('Walking through the main job …');
list(await walk());
