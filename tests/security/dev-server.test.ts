import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { devServer } from '../../electron/app/dev-server';
import { isTrustedSender } from '../../electron/ipc/sender';
import { containing, sourcesUnder } from '../architecture/support';

// A packed program: outside Electron there is no Electron.
const electron = vi.hoisted(() => ({ app: { isPackaged: true } }));
vi.mock('electron', () => electron);

const SERVER = 'http://localhost:5173/';
const page = { url: SERVER, parent: null };

beforeEach(() => {
  process.env.ELECTRON_RENDERER_URL = SERVER;
});
afterEach(() => {
  delete process.env.ELECTRON_RENDERER_URL;
  electron.app.isPackaged = true;
});

it('a packed program knows no server of pages, whatever its environment says', () => {
  expect(devServer()).toBeUndefined();
  expect(isTrustedSender(page)).toBe(false);
});

it('one that is being written does', () => {
  electron.app.isPackaged = false;
  expect(devServer()).toBe(SERVER);
  expect(isTrustedSender(page)).toBe(true);
});

it('and the environment is asked in one place', () => {
  const readers = containing(sourcesUnder('electron'), /ELECTRON_RENDERER_URL/);
  expect(readers.map((place) => place.split(':')[0])).toEqual(['electron/app/dev-server.ts']);
});
