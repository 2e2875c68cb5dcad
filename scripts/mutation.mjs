/**
 * `npm run mutation`: how much of the rules the tests hold fast, part by part. `npm run mutation -- kernel actions` runs
 * some of them. Takes its time; not part of `npm test`.
 */
import { run, toolCommand, toolEnv } from './lib/exec.mjs';

const parts = {
  kernel: ['shared/domain/kernel/*.ts'],
  rules: ['shared/domain/supervision/*.ts'],
  actions: ['shared/domain/supervision/actions/*.ts'],
  papers: ['shared/domain/supervision/papers/*.ts'],
  lifecycle: ['shared/domain/papers/lifecycle*.ts'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
let worst = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const args = ['run', 'scripts/mutation/stryker.config.mjs', '--mutate', parts[name].join(',')];
  const env = toolEnv({ MUTATION_PART: name });
  worst = Math.max(worst, await run(...toolCommand('@stryker-mutator/core/bin/stryker.js', args), { env }));
}
process.exit(worst);
