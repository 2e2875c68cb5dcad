import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';

/** Writes a file the user asked for; what keeps it from being written is said in words that help. */
export function writeOut(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC')
      throw new Refusal(
        'DISK_FULL',
        '磁盘空间已满，文件没有写完。请清理磁盘或换一个文件夹再导出，程序中的资料没有改变。',
      );
    if (code === 'EBUSY')
      throw new Refusal('FILE_UNWRITABLE', '同名文件正在 Word/WPS 中打开，请先关闭该文件再导出。');
    throw new Refusal(
      'FILE_UNWRITABLE',
      '不能写入所选文件夹，可能没有权限或 U 盘已拔出。请换一个文件夹再导出。',
    );
  }
}

/** Before work that cannot be taken back is done for files in this folder. */
export function requireWritable(folder: string): void {
  const probe = join(folder, `~gonghui-${process.pid}.tmp`);
  writeOut(probe, new Uint8Array());
  rmSync(probe, { force: true });
}
