import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * Bundles one entry for a thread or process of its own, as the build does; only the database addon stays outside.
 * @returns the file to run; it goes with the test process
 */
export async function bundleForNode(entry: string): Promise<string> {
  const parent = join(root, 'test-output', 'bundles');
  mkdirSync(parent, { recursive: true });
  // Inside the checkout, so that the addon is found in node_modules.
  const outDir = mkdtempSync(join(parent, 'bundle-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node20.18',
      rolldownOptions: { input: { bundle: resolve(root, entry) }, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return join(outDir, 'bundle.mjs');
}
