import { spawn } from 'node:child_process';

type Aim = {
  /** Whether what it has said so far means: now. Without it, its first word does. */
  readonly isTime?: (said: string) => boolean;
  /** From then on, in milliseconds. */
  readonly delay: number;
};

/** Runs a bundled program and kills it (SIGKILL) where aimed; one that ends by itself is an error. @returns what it said */
export function runUntilKilled(
  program: string,
  args: readonly string[],
  { isTime = () => true, delay }: Aim,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    let said = '';
    let problems = '';
    let isAimed = false;
    child.stderr.on('data', (chunk: Buffer) => {
      problems += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (isAimed || !isTime(said)) return;
      isAimed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(`${program} ended by itself (${code}): ${problems}`));
    });
  });
}
