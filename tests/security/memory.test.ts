import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleForNode } from '../builders/bundle';
import { temporaryFolder } from '../builders/file';

/** The whole memory of a running program is searched for the data key, as a crash dump of it would be. */

const isLinux = process.platform === 'linux';
const WHERE = isLinux ? '' : ' (not tried: only Linux shows a process’s memory)';
const CHUNK = 16 * 1024 * 1024;

type Shapes = Readonly<Record<string, Buffer>>;

/** @returns how often each shape stands in memory that can be written */
function countIn(pid: number, shapes: Shapes): Record<string, number> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const found = Object.fromEntries(Object.keys(shapes).map((name) => [name, 0]));
  const part = Buffer.alloc(CHUNK);
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (range === null) continue;
      const end = Number.parseInt(range[2] ?? '', 16);
      for (let at = Number.parseInt(range[1] ?? '', 16); at < end; at += CHUNK) {
        const length = readPart(memory, part, at, Math.min(CHUNK, end - at));
        for (const [name, shape] of Object.entries(shapes)) {
          found[name] = (found[name] ?? 0) + countInPart(part.subarray(0, length), shape);
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

/** Reserved and never touched it cannot be read, and holds nothing. */
function readPart(memory: number, part: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, part, 0, length, at);
  } catch {
    return 0;
  }
}

function countInPart(part: Buffer, shape: Buffer): number {
  let found = 0;
  for (let i = part.indexOf(shape); i !== -1; i = part.indexOf(shape, i + 1)) found += 1;
  return found;
}

const STEPS = [
  'open',
  'locked',
  'open again',
  'locked after tasks of threads',
  'locked in the middle of tasks',
  'locked after a login that was refused',
];

// Elsewhere skipped, and its name says so.
it.runIf(isLinux)(
  `the key stands in memory while the file is open, and nowhere once it is locked${WHERE}`,
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const holder = await bundleForNode('tests/security/support/key-holder.ts');
    const worker = await bundleForNode('electron/jobs/worker.ts');
    const child = spawn(process.execPath, ['--expose-gc', holder, folder, worker, temporaryFolder()], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
    const said = async (count: number) => {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`it ended: ${child.exitCode}`);
        await new Promise((next) => setTimeout(next, 5));
      }
    };
    const goOn = () => child.stdin.write('\n');
    try {
      await said(1);
      const key = Buffer.from(readFileSync(join(folder, 'inverted')).map((byte) => byte ^ 0xff));
      const hex = key.toString('hex');
      const shapes = {
        bytes: key,
        hex: Buffer.from(hex),
        wide: Buffer.from(hex, 'utf16le'),
        base64: Buffer.from(key.toString('base64')),
      };
      const found: [step: string, copies: Record<string, number>][] = [];
      for (const [index, step] of STEPS.entries()) {
        await said(index + 1);
        expect(lines[index]).toBe(step);
        found.push([step, countIn(child.pid ?? 0, shapes)]);
        goOn();
      }
      console.log(
        found.map(([step, copies]) => `key in memory, ${step}: ${JSON.stringify(copies)}`).join('\n'),
      );
      for (const [step, copies] of found) {
        // While it is open the search finds it: it is no search that finds nothing.
        if (step.startsWith('open')) expect([step, copies.bytes]).not.toEqual([step, 0]);
        else expect([step, copies]).toEqual([step, { bytes: 0, hex: 0, wide: 0, base64: 0 }]);
      }
    } finally {
      child.kill('SIGKILL');
    }
  },
);

describe('what holds a whole memory', () => {
  it('is written nowhere: no crash reporter, no heap snapshot, no report of Node', () => {
    const folder = join(import.meta.dirname, '../../electron');
    const sources = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    for (const name of sources) {
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(
        /crashReporter|writeHeapSnapshot|takeHeapSnapshot|process\.report|node:(inspector|v8)/,
      );
    }
  });
});
