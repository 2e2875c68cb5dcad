/**
 * The restore drill: every stored sample of a released schema is restored as on a new computer and compared.
 * `npm run drill`; `npm run drill -- --store` makes the sample of the present schema, once for each release.
 */
import { run, toolCommand } from './lib/exec.mjs';

export function drill(args) {
  const env = { ...process.env, DRILL_STORE: args.includes('--store') ? '1' : '' };
  return run(
    ...toolCommand('vitest/vitest.mjs', ['run', '--reporter=verbose', 'tests/recovery/drill.test.ts']),
    {
      env,
    },
  );
}
