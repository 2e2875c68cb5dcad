/**
 * Completes package-lock.json where it was written against a registry that lacks some packages for other
 * systems: npm leaves those out of the file, and then `npm ci` refuses it on every machine. What is added is
 * the exact version the parent package asks for, without a checksum, since nobody here has seen the content.
 * Run it after every change of dependencies: `node scripts/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['win32', 'darwin', 'linux', 'android', 'freebsd', 'openharmony'];
const processors = ['x64', 'arm64', 'arm', 'riscv64', 's390x', 'ppc64', 'ia32', 'wasm32'];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = foreignPackage(name, version, entry.dev);
    console.log(`added ${name}@${version}`);
  }
}
// npm keeps the entries in the order of the alphabet.
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** Looks where Node would: in the package's own folder, then in every folder above it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))) {
    if (lock.packages[join(folder, 'node_modules', name)]) return true;
    if (folder === '') return false;
  }
}

function foreignPackage(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name} does not name a system and a processor`);
  const libc = words.includes('musl') ? { libc: ['musl'] } : {};
  return { version, cpu, ...(dev && { dev }), ...libc, optional: true, os };
}
