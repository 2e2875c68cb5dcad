import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { keep, temporaryOfApp } from './kept.ts';

const root = resolve(import.meta.dirname, '../../..');

export const windowSizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

export type LaunchOptions = {
  /** Folder of the application's data; a fresh one that `close` removes when left out. */
  readonly userData?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

export type LaunchedApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the page reported as an error since it was opened. */
  readonly errors: readonly string[];
  /** Ends the application as a user would, and removes the data folder if `launchApp` made it. */
  close(): Promise<void>;
  /** Ends it as a power cut would: at once, and the data folder stays. */
  kill(): Promise<void>;
};

const apps = new WeakMap<Page, ElectronApplication>();

/** The real, built application in its own window, on its own data. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'casework-'));
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`, ...(options.args ?? [])],
    cwd: root,
    // As users run it; only to root on Linux Chromium refuses its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...currentEnv(), TMPDIR: temporaryOfApp(), ...options.env },
  });
  const page = await app.firstWindow();
  apps.set(page, app);
  return {
    app,
    page,
    userData,
    errors: collectErrors(page),
    close: async () => {
      await app.close();
      keep(userData);
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
    },
    kill: async () => {
      await kill(app);
      keep(userData);
    },
  };
}

/** A further page of a launched application; from now on `shot` and `resize` know its window. */
export function registerPage(app: ElectronApplication, page: Page): Page {
  apps.set(page, app);
  return page;
}

/** A list that grows with every error the page reports: console errors and uncaught exceptions. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  return errors;
}

/** Writes the page as a PNG in each of the window sizes into `folder` and returns the files. */
export async function shot(page: Page, name: string, folder = 'test-output/screenshots'): Promise<string[]> {
  const target = resolve(root, folder);
  mkdirSync(target, { recursive: true });
  const before = await contentSize(page);
  const files: string[] = [];
  for (const size of windowSizes) {
    await resize(page, size);
    const path = join(target, `${name}-${size.width}x${size.height}.png`);
    await page.screenshot({ path });
    files.push(path);
  }
  await resize(page, before);
  return files;
}

type Size = { readonly width: number; readonly height: number };

/** Gives the page's window this content size and waits until the page has been laid out in it. */
export async function resize(page: Page, size: Size): Promise<void> {
  const window = await appOf(page).browserWindow(page);
  await window.evaluate((win, { width, height }) => win.setContentSize(width, height), size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}

/** The window of a screen whose scaling leaves `size` CSS pixels to the page. */
export async function scaleTo(page: Page, scale: number, size: Size): Promise<void> {
  const window = await appOf(page).browserWindow(page);
  const content = { width: Math.ceil(size.width * scale), height: Math.ceil(size.height * scale) };
  await window.evaluate(
    (win, { width, height, zoom }) => {
      win.setContentSize(width, height);
      win.webContents.setZoomFactor(zoom);
    },
    { ...content, zoom: scale },
  );
  await page.waitForFunction(
    ({ width, height }) => Math.abs(innerWidth - width) <= 1 && Math.abs(innerHeight - height) <= 1,
    size,
  );
}

async function contentSize(page: Page): Promise<Size> {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

function appOf(page: Page): ElectronApplication {
  const app = apps.get(page);
  if (!app) throw new Error('This page was not opened by launchApp');
  return app;
}

async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

function currentEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
