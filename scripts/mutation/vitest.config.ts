import { defineConfig } from 'vitest/config';
import everything from '../../vitest.config';

/** The quick tests of the pure rules; with a real database or window every mutant would cost minutes. */
export default defineConfig({
  ...everything,
  root: `${import.meta.dirname}/../..`,
  test: {
    ...everything.test,
    include: [
      'tests/unit/{kernel,supervision,resources,papers}/**/*.test.ts',
      'tests/documents/engine/compose.test.ts',
    ],
  },
});
