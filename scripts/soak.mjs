/**
 * The long form of what `npm test` does in seconds: kills, damages, full disks, pulled sticks, by hundreds.
 * `npm run soak`; a number makes it shorter or longer than a thousand kills: `npm run soak -- 200`.
 */
import { run, toolCommand } from './lib/exec.mjs';

export function soak([count = '1000']) {
  const kills = Number(count);
  if (!Number.isInteger(kills) || kills < 1) throw new Error('Usage: npm run soak -- [number of kills]');
  const env = {
    ...process.env,
    KILL_ROUNDS: String(kills),
    RESTORE_KILL_ROUNDS: String(Math.ceil(kills / 10)),
    ROTATE_KILL_ROUNDS: String(Math.ceil(kills / 20)),
    SALVAGE_ROUNDS: '60',
    FAULT_ROUNDS: String(Math.ceil(kills / 20)),
  };
  return run(...toolCommand('vitest/vitest.mjs', ['run', '--reporter=verbose', 'tests/recovery']), { env });
}
