import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCopyWiper } from '../../../electron/platform/evidence/copy-wiper';
import { temporaryFolder } from '../../builders/file';

/** Plain copies in other programs' hands, and how they are taken away again. */

function openWiper() {
  const folder = join(temporaryFolder(), 'opened');
  const told: number[] = [];
  const waiting: (() => void)[] = [];
  const wiper = createCopyWiper({
    folder,
    onLeft: (count) => told.push(count),
    later: (work) => waiting.push(work),
  });
  const put = (name: string, content: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { folder, told, waiting, wiper, put };
}

it('a folder that is not there, and one with what other programs laid beside a copy', async () => {
  const { folder, told, waiting, wiper, put } = openWiper();
  expect(await wiper.wipe()).toBe(0);
  put('0123456789abcdef.docx', '工资表');
  put('~$23456789abcdef.docx', 'lock of the other program');
  put('autosave/0123456789abcdef.asd', '工资表');
  expect(await wiper.wipe()).toBe(0);
  expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())).toEqual([]);
  expect([told, waiting]).toEqual([[], []]);
});

it('the bytes go, not the name only: who has the file by another name sees none of them', async () => {
  const { folder, wiper, put } = openWiper();
  const other = join(folder, '..', 'other-name');
  linkSync(put('a.pdf', '张三 '.repeat(200_000)), other);
  await wiper.wipe();
  expect(readFileSync(other)).toHaveLength(0);
});

// A running program is a file that is held, on Windows as on Linux; macOS lets it be written to.
it.runIf(process.platform !== 'darwin')(
  'one that is held is told, tried again, and gone as soon as it is let go; what was opened since is left alone',
  async () => {
    const { folder, told, waiting, wiper, put } = openWiper();
    put('free.pdf', '1');
    const held = join(folder, 'held.exe');
    copyFileSync(process.execPath, held);
    const holder = await startHolding(held);
    expect(await wiper.wipe()).toBe(1);
    expect(readdirSync(folder)).toEqual(['held.exe']);
    const later = put('opened-after-unlock.pdf', '2');
    // Tried again while it is still held: one try waits, not two.
    await wiper.wipe();
    expect(existsSync(later)).toBe(false);
    expect(waiting).toHaveLength(1);
    const latest = put('opened-after-unlock.pdf', '3');
    waiting.shift()?.();
    await expect.poll(() => waiting.length).toBe(1);
    holder.kill('SIGKILL');
    await once(holder, 'close');
    waiting.shift()?.();
    await expect.poll(() => told).toEqual([1, 1, 1, 0]);
    expect(readdirSync(folder)).toEqual(['opened-after-unlock.pdf']);
    expect(readFileSync(latest, 'utf8')).toBe('3');
    expect(waiting).toEqual([]);
  },
);

/** Runs a program until it is killed. */
async function startHolding(path: string): Promise<ChildProcess> {
  const holder = spawn(path, ['-e', 'console.log(1); setInterval(() => 0, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  return holder;
}
