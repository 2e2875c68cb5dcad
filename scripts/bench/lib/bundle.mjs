import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { root } from '../../lib/paths.mjs';

/**
 * Bundles modules of the application for a process of its own, as the build does; only the database addon stays
 * outside. @returns a folder with one file an entry, removed when this process ends
 */
export async function bundle(entries) {
  const parent = join(root, 'test-output', 'bench');
  mkdirSync(parent, { recursive: true });
  // Inside the checkout, so that the addon is found in node_modules.
  const outDir = mkdtempSync(join(parent, 'bundle-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@shared': resolve(root, 'shared'),
        // As in electron.vite.config.ts.
        fflate: 'fflate/browser',
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node20.18',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, resolve(root, file)])),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return outDir;
}
