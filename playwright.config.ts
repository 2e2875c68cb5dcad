import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-output/playwright',
  // One real window at a time: two would fight for focus and for the two cores of a small machine.
  workers: 1,
  fullyParallel: false,
  // A test that passes only the second time is a failing test.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-output/e2e.json' }]],
});
