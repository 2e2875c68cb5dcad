import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustGoWithoutSandbox } from '../../lib/host.mjs';
import { root } from '../../lib/paths.mjs';

export const electron = createRequire(import.meta.url)('electron');
export const resourcesFolder = join(root, 'resources');
/** Switches under which Chromium starts for this user. */
export const sandboxSwitches = () => (mustGoWithoutSandbox() ? ['--no-sandbox'] : []);

/** Runs `work` with an empty folder that is removed afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a script on the engine the application ships with, without a window. @returns what it told by `tell` */
export function runAsNode(script, input, switches = []) {
  return answerOf([...switches, script, JSON.stringify(input)], { ELECTRON_RUN_AS_NODE: '1' });
}

/** Runs a folder or script as an Electron application. @returns what it told by `tell` */
export function runAsApp(script, input) {
  return answerOf([...sandboxSwitches(), script, JSON.stringify(input)], {});
}

/** As workload/tell.mjs prints it. */
const MARK = 'figures: ';

function answerOf(args, env) {
  return new Promise((done, failed) => {
    const child = spawn(electron, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.once('error', failed);
    child.once('close', (code) => {
      const line = output.split('\n').find((text) => text.startsWith(MARK));
      if (line) done(JSON.parse(line.slice(MARK.length)));
      else failed(new Error(`${args.at(-2)} told nothing (code ${code})\n${errors.slice(-2000)}`));
    });
  });
}
