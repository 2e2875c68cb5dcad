import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** `npm run demo -- --walk` begins outside any test runner: what it loads must be found there as well. */
it('the walk through the main job finds all its steps', async () => {
  const code =
    "const { steps } = await (await import('./scripts/lib/walk-code.mjs')).loadWalk(); console.log(steps.at(-1).name)";
  const root = join(import.meta.dirname, '../../..');
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
  });
  expect(stdout).toContain('导出全部文书');
});
