import { defineConfig } from 'vitest/config';
import everything from '../../vitest.config.ts';
import { ruleTests } from '../lib/rule-tests.mjs';

/** Only the quick tests of the pure rules; with a real database or window every mutant would cost minutes. */
export default defineConfig({
  ...everything,
  root: `${import.meta.dirname}/../..`,
  test: { ...everything.test, include: ruleTests },
});
