import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
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
