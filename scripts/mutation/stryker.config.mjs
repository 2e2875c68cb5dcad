/** Mutation of the pure rules: a change of them that no test notices is a missing test or needless code. */
const part = process.env.MUTATION_PART ?? 'rules';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignore-wording.mjs'],
  ignorers: ['wording'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: true },
  coverageAnalysis: 'perTest',
  // Tables and labels are made once at load: a mutant of them would need every test, one by one, from the start.
  ignoreStatic: true,
  concurrency: 1,
  // The preprocessor asks TypeScript for an interface that version 7 does not have; nothing here needs it.
  tsconfigFile: 'none.json',
  // A mutant that never ends must not cost more than a moment.
  timeoutMS: 2000,
  tempDirName: `test-output/mutation/tmp-${part}`,
  incrementalFile: `test-output/mutation/${part}-incremental.json`,
  incremental: true,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `test-output/mutation/${part}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['docs', 'out', 'dist', 'test-output', 'demo-output'],
  thresholds: { high: 95, low: 90, break: 90 },
};
