import { Refusal } from '@shared/contract/result';
import { MigrationError, NewerDatabaseError } from '../../db/migrator';
import { isNotADatabase } from '../../db/open';

/** Why a file could not be opened or made, in words; what is no matter of files passes unchanged. */
export function asFileRefusal(error: unknown): unknown {
  if (error instanceof NewerDatabaseError) {
    return new Refusal(
      'DATABASE_NEWER',
      '数据文件由更新版本的程序建立，本版本不会打开或改动它。请安装新版本程序后再打开。',
    );
  }
  if (error instanceof MigrationError && error.cause !== undefined) {
    const reason = asFileRefusal(error.cause);
    return reason instanceof Refusal ? reason : error;
  }
  if (isNotADatabase(error) || codeOf(error).startsWith('SQLITE_CORRUPT')) {
    return new Refusal(
      'DATABASE_DAMAGED',
      '数据文件无法用现有密钥打开，可能已损坏或被替换。请从备份恢复，不要删除原文件。',
    );
  }
  const code = codeOf(error);
  if (
    ['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR'].some((prefix) =>
      code.startsWith(prefix),
    )
  ) {
    return new Refusal('FILE_UNWRITABLE', '数据文件夹没有写入权限，请检查文件夹权限后重试。');
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'EBUSY') {
    return new Refusal(
      'BUSY',
      '数据文件正被其他程序（例如杀毒软件）占用，操作没有完成，数据没有改变。请稍候再试。',
    );
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new Refusal('DISK_FULL', '磁盘空间已满，请清理磁盘后重试。数据没有改变。');
  }
  return error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
