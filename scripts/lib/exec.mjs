import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nodeModules, root } from './paths.mjs';

const windows = process.platform === 'win32';

/**
 * The Node the tools run on: the one installed from npm where there is one (Linux x64), so that a machine with
 * an older Node still runs the version the application ships with; else the Node that runs this script.
 */
export function nodeBinary() {
  const local = join(nodeModules, '.bin', 'node');
  return !windows && existsSync(local) ? local : process.execPath;
}

/** The environment in which `node` and the project's tools are found first. */
export function toolEnv(extra = {}) {
  const path = [join(nodeModules, '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** Runs a program to its end with its output shown; resolves with the exit code. */
export function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: toolEnv(), ...options });
    const forward = (signal) => child.kill(signal);
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    child.once('error', failed);
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      done(code ?? (signal ? 1 : 0));
    });
  });
}

/** As `run`, but a failure is an error. */
export async function mustRun(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`);
}

/** Runs a program silently and resolves with its exit code and output; 127 when there is no such program. */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    const result = { code: 1, stdout: '', stderr: '' };
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: root, env: toolEnv(), ...options, stdio });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      result.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      result.stderr += text;
    });
    child.once('error', (error) => done({ ...result, code: 127, stderr: error.message }));
    child.once('close', (code) => done({ ...result, code: code ?? 1 }));
  });
}

/** Command and first arguments that start npm: the npm that started this script, or the one on the PATH. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script, ...args], {}];
  return windows ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}];
}

/** Command that runs a tool of node_modules by its JavaScript file, the same on every system. */
export function toolCommand(file, args) {
  return [nodeBinary(), [join(nodeModules, file), ...args]];
}
