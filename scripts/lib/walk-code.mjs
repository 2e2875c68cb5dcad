import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './paths.mjs';

/** The steps of the walk, which the end-to-end tests share: TypeScript that names its modules as the program does. */
export async function loadWalk() {
  const { module } = await runnerImport(join(root, 'tests/e2e/walk/index.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
  });
  return module;
}
