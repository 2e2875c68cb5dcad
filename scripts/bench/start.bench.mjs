import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { mustGoWithoutSandbox } from '../lib/host.mjs';
import { root } from '../lib/paths.mjs';
import { median, rounded } from './figures.mjs';

export const name = 'Start: from the command to the first data on the screen';

const rounds = 5;
const electron = createRequire(import.meta.url)('electron');
const empty = { path: join(import.meta.dirname, 'empty-app'), args: [], mark: 'first-contentful-paint' };
// The page sets this mark once its first list is on the screen.
const ours = { path: root, args: ['--demo'], mark: 'first-data' };

/** Compares the application with an Electron window that shows one word, each started alone and in turn. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const times = { empty: [], ours: [] };
  try {
    // The first round makes the sample data and fills the disk cache: it is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const pair = {
        empty: await startTime(empty, join(folder, 'empty')),
        ours: await startTime(ours, join(folder, 'ours')),
      };
      if (round === 0) continue;
      times.empty.push(pair.empty);
      times.ours.push(pair.ours);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const ratio = median(times.ours) / median(times.empty);
  return [
    `empty window, one word painted   ${rounded(times.empty)}`,
    `application, first data painted  ${rounded(times.ours)}`,
    `ratio of the medians             ${ratio.toFixed(2)}`,
  ];
}

/** Milliseconds from starting the program to the page's mark, taken on the page's own clock. */
async function startTime({ path, args, mark }, userData) {
  const sandbox = mustGoWithoutSandbox() ? ['--no-sandbox'] : [];
  const switches = [`--user-data-dir=${userData}`, '--remote-debugging-port=0', ...sandbox, ...args];
  const began = Date.now();
  const child = spawn(electron, [path, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child), { noDefaults: true });
    const page = await firstPage(browser);
    const options = { polling: 20, timeout: 60_000 };
    const handle = await page.waitForFunction(timeOfMark, mark, options).catch((error) => {
      throw new Error(`The page in ${path} never set the mark ${mark}`, { cause: error });
    });
    return (await handle.jsonValue()) - began;
  } finally {
    child.kill();
    await ended;
  }
}

/** Runs in the page: when the mark was set, in milliseconds since 1970, or nothing yet. */
function timeOfMark(mark) {
  const [entry] = performance.getEntriesByName(mark);
  return entry && performance.timeOrigin + entry.startTime;
}

function debuggerAddress(child) {
  return new Promise((done, failed) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) done(address);
    });
    child.once('exit', () => failed(new Error(`The application ended before it showed a window:\n${text}`)));
  });
}

async function firstPage(browser) {
  const context = browser.contexts()[0];
  return context.pages()[0] ?? context.waitForEvent('page');
}
