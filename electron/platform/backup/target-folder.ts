import { realpath, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@shared/contract/result';
import { asDiskRefusal } from './disk';
import { DATABASE, dataFolderOf, rootIn, unfinishedOf } from './layout';

/** SQLite takes 512 bytes, Windows 260 characters, the names of evidence included; a little less is asked for. */
const LONGEST_BYTES = 480;
const LONGEST_ON_WINDOWS = 240;
/** A network folder that does not answer is none to copy to. */
const LONGEST_ANSWER_MS = 15_000;

/** A folder for copies: not among the files it is to save, short enough for the names in it, there and to be written to. */
export async function requireTargetFolder(folder: string, databasePath: string): Promise<void> {
  requireShort(folder);
  const dataFolder = dataFolderOf(databasePath);
  const hasAnswered = await Promise.race([tryToWrite(folder, dataFolder), delay(LONGEST_ANSWER_MS, false)]);
  if (hasAnswered) return;
  throw new Refusal(
    'FILE_UNWRITABLE',
    `“${folder}”没有应答，网络文件夹可能已断开。请检查网络连接，或者换一个文件夹。现有资料没有改变。`,
  );
}

function requireShort(folder: string): void {
  const longest = join(
    rootIn(folder),
    `${unfinishedOf('x'.repeat(12))}2026-09-10_081500`,
    `${DATABASE}-journal`,
  );
  const isTooLong =
    process.platform === 'win32'
      ? longest.length > LONGEST_ON_WINDOWS
      : Buffer.byteLength(longest) > LONGEST_BYTES;
  if (!isTooLong) return;
  throw new Refusal(
    'BAD_INPUT',
    '这个文件夹的路径太长，备份写不进去。请选择层次较浅、名称较短的文件夹，例如 U 盘下的“备份”。',
  );
}

async function tryToWrite(folder: string, dataFolder: string): Promise<boolean> {
  const probe = join(folder, `~gonghui-${process.pid}.tmp`);
  try {
    const way = relative(await realpath(dataFolder), await realpath(folder));
    if (!way.startsWith('..') && !isAbsolute(way)) throw inside();
    await writeFile(probe, '');
    await rm(probe, { force: true });
    return true;
  } catch (error) {
    throw asDiskRefusal(error, folder);
  }
}

const inside = () =>
  new Refusal(
    'BAD_INPUT',
    '这是程序自己存放资料的文件夹，放在里面的备份会和资料一起损坏。请选择 U 盘、网络文件夹或另一块磁盘上的文件夹。',
  );
