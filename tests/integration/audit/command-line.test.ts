import { join } from 'node:path';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAuditLog, EXIT } from '../../../electron/cli/verify-audit';
import { auditHead } from '../../../electron/platform/audit/audit.repository';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import { fillLog } from './support/fill-log';
import { withoutTriggers } from './support/without-triggers';

/** npm run verify-audit: what a stranger with the folder and a password learns, beside the running program. */

let office: TestOffice;
beforeAll(async () => {
  office = await createTestOffice();
  fillLog(office.sqlite, 50);
});
afterAll(() => office.close());

const check = (password: string = TEST_UNIT.password, dataFolder = join(office.folder, 'office')) =>
  checkAuditLog({ dataFolder, loginName: TEST_UNIT.loginName, password });

describe('the command line', () => {
  it('prints that the log is whole, its head, and ends with 0', async () => {
    const head = auditHeadText(await auditHead(office.session.reader.db));
    expect(await check()).toMatchObject({
      exitCode: EXIT.intact,
      lines: ['操作日志完整。', head, /^校验值全文 [0-9a-f]{64}$/].map((line) =>
        typeof line === 'string' ? line : expect.stringMatching(line),
      ),
    });
  });

  it('opens nothing without the password or without a folder, and ends with 2', async () => {
    expect(await check('falsch-2026')).toEqual({ exitCode: EXIT.notOpened, lines: ['登录名或密码不正确。'] });
    expect(await check(undefined, join(office.folder, 'gone'))).toMatchObject({ exitCode: EXIT.notOpened });
  });

  it('names the first row that does not fit, and ends with 1', async () => {
    withoutTriggers(office.sqlite, (sqlite) =>
      sqlite.exec("update audit_log set summary = '改' where seq = 20"),
    );
    const { lines, exitCode } = await check();
    expect(exitCode).toBe(EXIT.notIntact);
    expect(lines[0]).toBe('操作日志从第 20 条起不一致。');
    expect(lines.join('\n')).toContain('操作日志第 19 条');
  });
});
