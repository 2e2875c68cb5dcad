import type { Sqlite } from '../../../../electron/db/open';
import { auditHash, type Chained } from '../../../../electron/platform/audit/audit-chain';

const CHANNELS = [
  ['supervision.case.act', 'case', 'change'],
  ['documents.act', 'document', 'change'],
  ['supervision.complainant.get', 'complainant', 'view'],
  ['documents.export', 'document', 'export'],
  ['employers.save', 'employer', 'change'],
  ['documents.save', 'document', 'change'],
  ['session.unlock', 'account', 'login'],
] as const;

/** Years of an office, appended as the program would, in one transaction: a minute between two rows. */
export function fillLog(sqlite: Sqlite, count: number, from = '2024-01-02T00:00:00.000Z'): void {
  const last = sqlite.prepare('select seq, hash from audit_log order by seq desc limit 1').get() as {
    seq: number;
    hash: string;
  };
  const insert = sqlite.prepare(
    `insert into audit_log (seq, at, account_id, account_name, channel, entity, entity_id, summary, nature, prev_hash, hash)
     values (@seq, @at, @accountId, @accountName, @channel, @entity, @entityId, @summary, @nature, @prevHash, @hash)`,
  );
  let prevHash = last.hash;
  sqlite.transaction(() => {
    for (let i = 1; i <= count; i += 1) {
      const [channel, entity, nature] = CHANNELS[i % CHANNELS.length] ?? CHANNELS[0];
      const row: Chained = {
        seq: last.seq + i,
        at: new Date(Date.parse(from) + i * 60_000).toISOString(),
        accountId: (i % 5) + 1,
        accountName: `经办${(i % 5) + 1}`,
        channel,
        entity,
        entityId: i,
        summary: `第${i}项`,
        nature,
        prevHash,
      };
      const hash = auditHash(row);
      insert.run({ ...row, hash });
      prevHash = hash;
    }
  })();
}
