import { defineConfig } from '@playwright/test';
import { keptFolder } from './tests/e2e/support/kept.ts';

// Before the workers begin: they inherit the name of the folder.
keptFolder();

export default defineConfig({
  testDir: 'tests/e2e',
  projects: [
    { name: 'window', testMatch: '**/*.e2e.ts', teardown: 'disk' },
    // After all others, over everything they left: a stolen disk shows nothing.
    { name: 'disk', testMatch: '**/stolen-disk.last.ts' },
  ],
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
