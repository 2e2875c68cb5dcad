import { closeSync, fsyncSync, openSync } from 'node:fs';
import { Refusal } from '@shared/contract/result';
import { copyUnderKey, countRows, judgeFile } from '../../db/rekey';
import { lentKey } from '../../jobs/lent-keys';
import { wipeDatabase } from './wipe';

export type RekeyInput = {
  readonly databasePath: string;
  readonly dataKey: Uint8Array;
  /** Beside it, not there yet. */
  readonly target: string;
  readonly newKey: Uint8Array;
};

/** A whole copy under another key, opened with it and compared row by row count with the file it came from. */
export function rekeyDatabase(
  input: RekeyInput,
  progress: (phase: string, done: number, total: number) => void,
): { readonly rowCount: number } {
  const [oldKey, newKey] = [lentKey(input.dataKey), lentKey(input.newKey)];
  try {
    progress('复制并重新加密', 0, 3);
    copyUnderKey(input.databasePath, oldKey, input.target, newKey);
    progress('校验新文件', 1, 3);
    judgeFile(input.target, newKey);
    const [before, after] = [countRows(input.databasePath, oldKey), countRows(input.target, newKey)];
    progress('核对行数', 2, 3);
    if (JSON.stringify(before) !== JSON.stringify(after)) throw incomplete();
    flush(input.target);
    progress('完成', 3, 3);
    return { rowCount: Object.values(after).reduce((sum, count) => sum + count, 0) };
  } finally {
    oldKey.fill(0);
    newKey.fill(0);
  }
}

/** In the worker, since a large file takes its time. */
export function wipeFormer({ path }: { readonly path: string }): { readonly isWiped: true } {
  wipeDatabase(path);
  return { isWiped: true };
}

const incomplete = () =>
  new Refusal('DATABASE_DAMAGED', '换钥后的数据文件与原文件不一致，没有更换，原文件和密钥照常使用。');

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
