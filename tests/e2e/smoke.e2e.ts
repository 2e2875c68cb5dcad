import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp, shot } from './support/launch.ts';

/** The window opens, and a page in it gets the bridge and nothing else. */

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});

test.afterAll(async () => {
  await launched.close();
});

test('opens a window under the name of the application', async () => {
  await expect(launched.page).toHaveTitle(/工会案管/);
  expect(launched.app.windows()).toHaveLength(1);
  await shot(launched.page, 'smoke');
});

test('gives the page nothing of Node', async () => {
  const found = await launched.page.evaluate(() =>
    ['process', 'require', 'module', 'global', 'Buffer', '__dirname'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
});

test('gives the page the declared bridge and nothing else', async () => {
  const preload = readFileSync(resolve(import.meta.dirname, '../../electron/preload.ts'), 'utf8');
  const exposed = [...preload.matchAll(/exposeInMainWorld\(\s*'(\w+)'/g)].map((match) => match[1]!);
  expect(exposed).toHaveLength(1);

  const bridge = await launched.page.evaluate((name) => {
    const value = Reflect.get(globalThis, name) as Record<string, unknown>;
    return Object.entries(value).map(([key, member]) => `${key}: ${typeof member}`);
  }, exposed[0]!);
  expect(bridge.sort()).toEqual(['invoke: function', 'onChange: function']);
});

test('reports no error while it starts', () => {
  expect(launched.errors).toEqual([]);
});
