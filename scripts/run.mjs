/**
 * One entry for everything a person starts: prepares packages, system libraries and runtime as far as they
 * are missing, then does the named thing. `node scripts/run.mjs <command> [arguments]`.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { drill } from './drill.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { build, buildIfStale, forgetBuild } from './lib/build.mjs';
import { nodeBinary, run, toolCommand, toolEnv } from './lib/exec.mjs';
import { hasDisplay, mustGoWithoutSandbox } from './lib/host.mjs';
import { ensureNodePackages } from './lib/node-packages.mjs';
import { nodeModules, root } from './lib/paths.mjs';
import { runWithDisplay } from './lib/virtual-display.mjs';
import { soak } from './soak.mjs';

const commands = {
  start,
  demo,
  dev,
  build: buildOnly,
  package: packageApp,
  bench,
  'verify-audit': verifyAudit,
  'check-package': checkPackage,
  soak: withPackages(soak),
  drill: withPackages(drill),
};

async function start(args) {
  requireDisplay();
  await prepare();
  await buildIfStale();
  return run(...electronCommand(args));
}

/** Shows the application with sample data; by itself where there is nobody to look, or when asked to. */
async function demo(args) {
  const walks = args.includes('--walk') || !hasDisplay();
  await prepare();
  await buildIfStale();
  if (!walks) return run(...electronCommand(['--demo', ...args]));
  const rest = args.filter((arg) => arg !== '--walk');
  return runWithDisplay(nodeBinary(), [join(root, 'scripts/demo-walk.mjs'), ...rest]);
}

async function dev(args) {
  requireDisplay();
  await prepare();
  forgetBuild();
  const env = toolEnv(mustGoWithoutSandbox() ? { NO_SANDBOX: '1' } : {});
  return run(...toolCommand('electron-vite/bin/electron-vite.js', ['dev', '--watch', ...args]), { env });
}

async function buildOnly() {
  await ensureNodePackages();
  await build();
  return 0;
}

async function packageApp(args) {
  await prepare();
  await buildIfStale();
  const options = ['-c', 'electron.builder.yml', ...runtimeOptions(args)];
  return run(...toolCommand('electron-builder/cli.js', options));
}

/** The fallback runtime can be put into a folder to try the packaging, but not into a release. */
function runtimeOptions(args) {
  const dist = join(nodeModules, 'electron/dist');
  if (!lstatSync(dist).isSymbolicLink()) return args;
  console.log('Packaging with the fallback runtime: for trying out only, never for a release');
  const target = args.length > 0 ? args : ['--linux', 'dir'];
  return [...target, `-c.electronDist=${realpathSync(dist)}`];
}

/** Reads the log of a data folder with Node alone: no window, nothing written. */
async function verifyAudit(args) {
  await ensureNodePackages();
  await buildIfStale();
  return run(nodeBinary(), [join(root, 'out/main/verify-audit.js'), ...args]);
}

/** Packs the application into a folder and looks at what came out. */
async function checkPackage() {
  const code = await packageApp(['--linux', 'dir']);
  return code === 0 ? run(nodeBinary(), [join(root, 'scripts/check-package.mjs')]) : code;
}

async function bench(args) {
  await prepare();
  await buildIfStale();
  return runWithDisplay(nodeBinary(), [join(root, 'scripts/bench/main.mjs'), ...args]);
}

function withPackages(command) {
  return async (args) => {
    await ensureNodePackages();
    return command(args);
  };
}

async function prepare() {
  await ensureNodePackages();
  await ensureSystem(hasDisplay() ? ['window'] : ['window', 'display']);
  await ensureElectron();
}

function electronCommand(args) {
  const sandbox = mustGoWithoutSandbox() ? ['--no-sandbox'] : [];
  return toolCommand('electron/cli.js', ['.', ...sandbox, ...args]);
}

function requireDisplay() {
  if (hasDisplay()) return;
  throw new Error('There is no display here. `npm run demo` walks through the application by itself.');
}

async function main([name, ...args]) {
  const command = commands[name];
  if (!command) throw new Error(`Usage: node scripts/run.mjs ${Object.keys(commands).join('|')} [arguments]`);
  return command(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
