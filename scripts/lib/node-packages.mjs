import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, mustRun, nodeBinary, npmCommand } from './exec.mjs';
import { nodeModules, root } from './paths.mjs';

/** Installs the packages of the lock file when they are not there yet or are other ones. */
export async function ensureNodePackages() {
  if (!packagesMatchLock()) {
    console.log('Installing node packages (npm ci) …');
    const [command, args, options] = npmCommand(['ci']);
    await mustRun(command, args, options);
  }
  await requireNode();
}

/**
 * Compares what npm recorded as installed with the lock file, entry by entry. Times are of no use here: a
 * checkout or an edit of package.json changes them without changing a package.
 */
function packagesMatchLock() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(nodeModules, '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = present[path];
    // Packages for other systems are in the lock file but are not installed here.
    if (!installed) return Boolean(entry.optional);
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The tools need Node 22.18 or newer; on Linux x64 it comes with the packages, elsewhere it must be there. */
async function requireNode() {
  const node = nodeBinary();
  const version = node === process.execPath ? process.version : (await capture(node, ['-v'])).stdout;
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new Error(
    `Node ${version} is too old here. Install Node 24 (https://nodejs.org) and run this again.`,
  );
}
