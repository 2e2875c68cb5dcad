import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mustRun, toolCommand } from './exec.mjs';
import { root } from './paths.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const stamp = join(root, 'out/.sources');

/** Builds the application into out/, unless what is there was built from these very sources. */
export async function buildIfStale() {
  const fingerprint = fingerprintOf(sources);
  if (products.every((file) => existsSync(join(root, file))) && readStamp() === fingerprint) {
    console.log('Build is up to date');
    return;
  }
  await build(fingerprint);
}

/** Builds the application into out/. */
export async function build(fingerprint = fingerprintOf(sources)) {
  forgetBuild();
  await mustRun(...toolCommand('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']));
  // Taken before the build began: what was edited meanwhile makes the next call build again.
  writeFileSync(stamp, fingerprint);
}

/** The content of out/ is no longer what the stamp says, as after a development run. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Content, not time: a checkout or a copy changes the times of files without changing what they say. */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}
