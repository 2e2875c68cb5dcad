/**
 * Finds out which libraries, tools and fonts a Linux system lacks and names the command that brings them; as
 * root on Debian and its kin it runs that command. Windows and macOS bring all of it along.
 */
import { existsSync } from 'node:fs';
import { capture } from './lib/exec.mjs';
import { systemNeeds } from './lib/system-needs.mjs';
import { systemProbe } from './lib/system-probe.mjs';

/** Makes sure of the named groups of needs; throws with what to do where it cannot. */
export async function ensureSystem(groups) {
  if (process.platform !== 'linux') return;
  const missing = findMissing(groups, await systemProbe());
  if (missing.length === 0) return;

  const debian = existsSync('/usr/bin/apt-get');
  if (debian && process.getuid() === 0) await install(missing);
  else throw new Error(explain(missing, debian && (await knownPackages(missing))));

  const still = findMissing(groups, await systemProbe());
  if (still.length > 0) throw new Error(`Installed, but still not found: ${names(still)}`);
}

/**
 * The needs of the groups that the probe does not find.
 * @param {(keyof typeof systemNeeds)[]} groups
 * @param {Record<import('./lib/system-needs.mjs').Need['kind'], (name: string) => boolean>} probe
 */
export function findMissing(groups, probe) {
  return groups.flatMap((group) => systemNeeds[group]).filter((need) => !probe[need.kind](need.name));
}

/** What is missing and how to get it, for a person; `known` tells Debian's packages, where they are used. */
export function explain(missing, known) {
  const what = `Missing on this system: ${names(missing)}.`;
  if (!known) return `${what} Install them with its package manager.`;
  const packages = packagesOf(missing, known).join(' ');
  return `${what} Install them with\n  sudo apt-get install -y --no-install-recommends ${packages}`;
}

/** The packages to install, each once, in the first of its names that `known` accepts. */
export function packagesOf(missing, known) {
  return [...new Set(missing.map(({ packages }) => packages.find(known) ?? packages[0]))];
}

async function install(missing) {
  console.log(`Installing what this system lacks: ${names(missing)} …`);
  await aptGet('update');
  const packages = packagesOf(missing, await knownPackages(missing));
  await aptGet('install', '-y', '--no-install-recommends', ...packages);
}

async function aptGet(...args) {
  // Another installation may be under way on a shared machine: wait for it instead of failing.
  const patient = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await capture('apt-get', [...patient, ...args], { env });
  if (result.code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${result.stderr}`);
}

async function knownPackages(missing) {
  const all = missing.flatMap(({ packages }) => packages);
  const listed = await capture('apt-cache', ['show', '--no-all-versions', ...all]);
  const found = new Set([...listed.stdout.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
  return (name) => found.has(name);
}

function names(needs) {
  return needs.map(({ kind, name }) => (kind === 'language' ? `a font for ${name}` : name)).join(', ');
}

if (process.argv[1] === import.meta.filename) await ensureSystem(Object.keys(systemNeeds));
