import { spawn } from 'node:child_process';
import { run, toolEnv } from './exec.mjs';
import { hasDisplay } from './host.mjs';

// Larger than the largest window tested.
const screen = '2560x1440x24';

/** As `run`, on the display there is or on a virtual one that lives as long as the program. */
export async function runWithDisplay(command, args) {
  if (hasDisplay()) return run(command, args);
  const display = await openDisplay();
  try {
    return await run(command, args, { env: toolEnv({ DISPLAY: display.name }) });
  } finally {
    display.close();
  }
}

/** The server picks a free number by itself and tells it: several runs on one machine do not collide. */
async function openDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = () => server.kill();
  process.once('exit', close);
  const number = await new Promise((done, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`The virtual display (Xvfb) ended with code ${code}`)));
    server.stdio[3].once('data', (text) => done(String(text).trim()));
  });
  return { name: `:${number}`, close };
}
