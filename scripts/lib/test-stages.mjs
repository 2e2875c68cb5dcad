import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { branchesOf } from './branches.mjs';
import { buildIfStale } from './build.mjs';
import { run, toolCommand } from './exec.mjs';
import { root } from './paths.mjs';
import { ruleTests } from './rule-tests.mjs';
import { runWithDisplay } from './virtual-display.mjs';

/** The stages of a full run, in order; each resolves with its suites: { name, passed, failed, skipped }. */
export const stages = { check, rules, unit, e2e };

async function check() {
  return [
    await oneTest('biome', toolCommand('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
    await oneTest('tsc', toolCommand('typescript/bin/tsc', ['--noEmit'])),
  ];
}

/** The quick tests of the rules, and whether they take every branch of them; of named files no branch is asked. */
async function rules(args) {
  const config = ['--config', 'scripts/mutation/vitest.config.ts'];
  if (args.length > 0) return [await vitest('rules', [...config, ...args])];
  const report = freshReport('test-output/branches/coverage-final.json');
  const coverage = [
    ['enabled', 'true'],
    ['include', 'shared/domain/**'],
    ['reporter', 'json'],
    ['reportsDirectory', 'test-output/branches'],
    ['reportOnFailure', 'true'],
  ].map(([name, value]) => `--coverage.${name}=${value}`);
  return [await vitest('rules', [...config, ...coverage]), branches(readReport(report) ?? {})];
}

/** All other tests without a window; `npm test -- unit <file>` runs any. */
async function unit(args) {
  const others = ruleTests.flatMap((pattern) => ['--exclude', pattern]);
  return [await vitest('vitest', args.length > 0 ? args : others)];
}

async function vitest(name, args) {
  const report = freshReport(`test-output/${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(...toolCommand('vitest/vitest.mjs', ['run', ...reporters, ...args]));
  const result = readReport(report);
  return suite(name, code, {
    passed: result?.numPassedTests,
    failed: result?.numFailedTests,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
}

/** Every branch of the rules together counts as one test. */
function branches(report) {
  const { total, missed } = branchesOf(report);
  for (const place of missed) console.error(`No test of the rules takes ${place}`);
  console.log(`branches of the rules: ${total - missed.length} of ${total} taken`);
  const isWhole = total > 0 && missed.length === 0;
  return { name: 'branches', passed: isWhole ? 1 : 0, failed: isWhole ? 0 : 1, skipped: 0 };
}

/** The real window, driven from outside; the application is built first if its sources changed. */
async function e2e(args) {
  await buildIfStale();
  const report = freshReport('test-output/e2e.json');
  const command = toolCommand('@playwright/test/cli.js', ['test', ...args]);
  const code = await runWithDisplay(...command);
  const stats = readReport(report)?.stats;
  return [
    suite('playwright', code, {
      passed: stats?.expected,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      skipped: stats?.skipped,
    }),
  ];
}

/** A tool that only says yes or no counts as one test. */
async function oneTest(name, command) {
  const code = await run(...command);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * A runner can fail without a failed test, by a file that does not load or by an error between tests, and it
 * can succeed without having run one. Both count as a failure here.
 */
function suite(name, code, { passed = 0, failed = 0, skipped = 0 }) {
  const unseen = failed === 0 && (code !== 0 || passed === 0);
  return { name, passed, failed: unseen ? 1 : failed, skipped };
}

/** A report of an earlier run must not be taken for this one's. */
function freshReport(path) {
  const file = join(root, path);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
