import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { fallbackVersion } from '../../scripts/electron/fallback-runtime.mjs';
import { type LaunchedApp, launchApp } from './support/launch.ts';

/** Electron's checklist, asked of the running window. */

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test('the page comes from app:// and may reach nothing else', async () => {
  expect(launched.page.url()).toMatch(/^app:\/\/bundle\//);
  const reached = await launched.page.evaluate(async () => {
    const attempts = [
      'https://example.com/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'app://bundle/../../package.json',
    ];
    const answers = attempts.map((url) =>
      fetch(url)
        .then((answer) => answer.ok)
        .catch(() => false),
    );
    return Promise.all(answers);
  });
  expect(reached).toEqual([false, false, false, false]);
});

test('neither eval nor a stranger’s script nor a frame runs in it', async () => {
  const ran = await launched.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "evil"';
    document.head.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'data:text/html,x';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 300));
    return { title: document.title, isFramed: frame.contentDocument?.body.textContent === 'x' };
  });
  expect(ran.title).not.toBe('evil');
  expect(ran.isFramed).toBe(false);
});

test('it opens no window and does not leave', async () => {
  const { page, app } = launched;
  const before = page.url();
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('a page of a stranger, given our preload, is refused', async () => {
  const preload = resolve(import.meta.dirname, '../../out/preload/preload.cjs');
  const answer = await launched.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await stranger.loadURL('data:text/html,x');
    const result: unknown = await stranger.webContents.executeJavaScript(
      "unionCasework.invoke('session.status', {})",
    );
    stranger.destroy();
    return result;
  }, preload);
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNTRUSTED_SENDER' } });
});

test('the page lives apart from the preload, in a sandbox, without Node', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Not in the typings: what the window was really made with.
      const read: unknown = Reflect.get(webContents, 'getLastWebPreferences');
      return typeof read === 'function' ? (read.call(webContents) as unknown) : 'cannot be read';
    }),
  );
  expect(preferences).toEqual([
    expect.objectContaining({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    }),
  ]);
  // Electron gives a bridge to an isolated page only, and no page can put its own in the place of it.
  const isReplaced = await launched.page.evaluate(() => {
    const bridge: unknown = Reflect.get(globalThis, 'unionCasework');
    if (typeof bridge !== 'object' || bridge === null) return 'no bridge';
    return Reflect.set(bridge, 'invoke', () => 'evil') || Reflect.set(globalThis, 'unionCasework', {});
  });
  expect(isReplaced).toBe(false);
});

test('it is given no camera, microphone, place, notification or clipboard', async () => {
  const states = await launched.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'];
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state] as const;
    });
    const isRefused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => false,
        (error: unknown) => (error instanceof Error ? error.name : true),
      );
    return {
      known: Object.fromEntries(await Promise.all(asked)),
      notification: await Notification.requestPermission(),
      // Code 1 is PERMISSION_DENIED; a place that is merely not found has another.
      place: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          ({ code }) => done(code),
        ),
      ),
      clipboard: await isRefused(navigator.clipboard.readText()),
    };
  });
  expect(states).toEqual({
    known: {
      camera: 'denied',
      microphone: 'denied',
      geolocation: 'denied',
      notifications: 'denied',
      midi: 'denied',
      'clipboard-read': 'denied',
    },
    notification: 'denied',
    place: 1,
    clipboard: 'NotAllowedError',
  });
});

test('the program runs in the very Electron that is pinned for this machine', async () => {
  const manifest: unknown = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  expect(manifest).toMatchObject({
    devDependencies: { electron: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
  const running = await launched.app.evaluate(() => process.versions.electron);
  const dist = resolve(import.meta.dirname, '../../node_modules/electron/dist');
  // A link leads to the substitute of docs/0002-runtime.md, which is pinned as well.
  if (lstatSync(dist).isSymbolicLink()) expect(running).toBe(fallbackVersion);
  else expect(manifest).toMatchObject({ devDependencies: { electron: running } });
});
