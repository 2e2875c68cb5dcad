import { join, resolve } from 'node:path';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { headMemoryFile, readHeads } from '../app/head-memory';
import { openReader } from '../db/reader';
import { verifyLog } from '../platform/audit/audit.service';
import { AS_STORED } from '../platform/vault/secret';
import { databaseOf, openVault, readVault } from '../platform/vault/vault';

/** Exit codes: what a script that calls this may go by. */
export const EXIT = { intact: 0, notIntact: 1, notOpened: 2 } as const;

export type CheckInput = {
  readonly dataFolder: string;
  readonly loginName: string;
  readonly password: string;
};

/**
 * Checks the audit log of a data folder without the program: reads, never writes.
 * @returns the lines to print and the exit code
 */
export async function checkAuditLog(input: CheckInput): Promise<{ lines: string[]; exitCode: number }> {
  const folder = resolve(input.dataFolder);
  const vault = readVault(join(folder, 'keys.json'));
  if (!vault) return notOpened(`没有找到密钥文件：${join(folder, 'keys.json')}`);
  const opened = await openVault(
    vault,
    { kind: 'account', owner: input.loginName },
    input.password,
    AS_STORED,
  );
  if (!opened) return notOpened('登录名或密码不正确。');
  const reader = openReader(join(folder, databaseOf(vault)), opened.dataKey);
  try {
    const verdict = await verifyLog(reader.db, readHeads(headMemoryFile(folder)));
    const lines = [
      auditHeadText({ seq: verdict.rowCount, hash: verdict.headHash }),
      `校验值全文 ${verdict.headHash}`,
    ];
    if (verdict.isIntact) return { lines: ['操作日志完整。', ...lines], exitCode: EXIT.intact };
    const problems = [
      ...(verdict.brokenAt === null ? [] : [`操作日志从第 ${verdict.brokenAt} 条起不一致。`]),
      ...verdict.missingTriggers.map((name) => `防修改保护缺失或被改动：${name}`),
      ...(verdict.lostHead
        ? [`本机在 ${verdict.lostHead.at} 记得第 ${verdict.lostHead.seq} 条，现在没有这一条。`]
        : []),
    ];
    return { lines: [...problems, '之前完整的部分：', ...lines], exitCode: EXIT.notIntact };
  } finally {
    await reader.close();
    opened.dataKey.fill(0);
  }
}

const notOpened = (line: string) => ({ lines: [line], exitCode: EXIT.notOpened });
