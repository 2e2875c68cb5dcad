import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch.ts';
import { setUpOffice, submitSetUp } from './support/office.ts';
import { countSockets, isRenderer, type OpenSocket, processTree, socketsOf } from './support/sockets.ts';

/** No network at all: what the kernel says of every socket of every process of the program. */

// Only Linux has /proc, where the kernel tells of every socket; it runs in each full run there, and is never passed over in CI. On
// other systems the promise rests on what is asserted everywhere: every request but app:// is cancelled (checklist.e2e.ts,
// tests/security/electron.test.ts).
test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');

test('the look finds a socket where there is one', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const found = socketsOf([process.pid]).filter(({ isListening }) => isListening);
  server.close();
  expect(found.map(({ table }) => table)).toContain('tcp');
});

test('started as an office starts it, the program holds no socket of the internet', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'casework-'));
  const executable = createRequire(import.meta.url)('electron') as string;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, ['.', `--user-data-dir=${userData}`, ...sandbox], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const pid = child.pid ?? 0;
    const hasWindow = () => processTree(pid).some((id) => isRenderer(id));
    await expect.poll(hasWindow).toBe(true);
    // From the first process to a window that has long been idle.
    for (let look = 0; look < 20; look += 1) {
      expect(socketsOf(processTree(pid))).toEqual([]);
      await new Promise((done) => setTimeout(done, 250));
    }
    expect(countSockets(processTree(pid))).toBeGreaterThan(5);
  } finally {
    child.kill('SIGKILL');
    await ended;
    // Its children end a moment later and still write.
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

test('driven by a test, it holds the sockets of the two debuggers and no other', async () => {
  const { app, page, userData, close } = await launchApp();
  const pid = app.process().pid ?? 0;
  // The ports the test itself asked for: Chromium writes its own down, Node's is said by the inspector.
  const chromium = readFileSync(join(userData, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const node = await app.evaluate(() => process.getBuiltinModule('node:inspector').url());
  const ports = [Number(chromium), Number(new URL(node ?? '').port)];
  const isDebugging = ({ table, local }: OpenSocket) =>
    table === 'tcp' && ports.some((port) => local === loopback(port));
  const seen: OpenSocket[] = [];
  const look = () => seen.push(...socketsOf(processTree(pid)));
  const watch = setInterval(look, 100);
  try {
    await setUpOffice(page);
    await submitSetUp(page);
    look();
  } finally {
    clearInterval(watch);
    await close();
  }
  expect(seen.filter(isDebugging).length).toBeGreaterThan(0);
  expect(seen.filter((socket) => !isDebugging(socket))).toEqual([]);
});

/** 127.0.0.1 and the port, as the kernel writes them. */
const loopback = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
