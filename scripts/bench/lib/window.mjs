import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../../lib/paths.mjs';
import { electron, sandboxSwitches } from './electron.mjs';

/** The least an Electron program can do. */
export const EMPTY = { path: join(import.meta.dirname, '../empty-app'), args: [] };
/** The application with its sample data. */
export const OURS = { path: root, args: ['--demo'] };

/** Starts a program with its window, hands over the page, and ends the program. */
export async function withWindow({ path, args }, userData, work) {
  const switches = [
    `--user-data-dir=${userData}`,
    '--remote-debugging-port=0',
    ...sandboxSwitches(),
    ...args,
  ];
  const began = Date.now();
  const child = spawn(electron, [path, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child), { noDefaults: true });
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return await work({ page, began, pid: child.pid });
  } finally {
    child.kill();
    await ended;
  }
}

/** When the page painted something for the first time, in milliseconds since 1970. */
export async function paintedAt(page) {
  const handle = await page.waitForFunction(
    () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      return entry && performance.timeOrigin + entry.startTime;
    },
    undefined,
    { polling: 20, timeout: 60_000 },
  );
  return handle.jsonValue();
}

/** Opens the sample data, as the button does, and waits for the to-do page. @returns milliseconds until it was painted */
export async function unlock(page) {
  await page.waitForSelector('.door-panel button[type=submit]', { timeout: 60_000 });
  return page.evaluate(async () => {
    const began = performance.now();
    document.querySelector('.door-panel button[type=submit]').click();
    while (!document.querySelector('.year-lines .number')) {
      if (performance.now() - began > 90_000) throw new Error('the to-do page never came');
      await new Promise((done) => setTimeout(done, 5));
    }
    // Two frames: the first draws what is there now.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
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
