import { verifyAudit } from '../../../electron/platform/audit/audit.tasks';
import { auditHash } from '../../../electron/platform/audit/audit-chain';
import { fillLog } from '../../../tests/integration/audit/support/fill-log';
import { openOffice } from './office.mjs';
import { asked, tell, timed } from './tell.mjs';

/** The log through the whole pipeline against the same rows read bare; its check against reading and hashing alone. */

const { folder, resourcesFolder, count, rounds } = asked();
/** Milliseconds for one view. */
const LONGEST = 4000;
const COLUMNS = 'seq, at, account_name, channel, nature, entity, entity_id, summary';
const WINDOW = 20_000;
const MIDDLE = "at < '2024-03-01T00:00:00.000Z'";
const VIEWS = {
  'newest first (as it opens)': [{}, '1'],
  'views, exports and prints only': [{ isSensitiveOnly: true }, "nature in ('view', 'export', 'print')"],
  'one kind of object': [{ entity: 'employer' }, "entity = 'employer'"],
  'one account': [{ accountId: 3 }, 'account_id = 3'],
  'one month': [{ from: '2024-01-10', to: '2024-02-09' }, "at >= '2024-01-10' and at < '2024-02-10'"],
  'turned to the middle': [{ before: { at: '2024-03-01T00:00:00.000Z', seq: count } }, MIDDLE],
  // Judged among a window of rows, and found in none of them.
  'a word that never occurs': [{ text: '从未发生' }, "summary like '%从未发生%'"],
};

const office = await openOffice({ folder, resourcesFolder });
const filling = await timed(async () => fillLog(office.sqlite, count));
office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const figures = {};
for (const [view, [wanted, where]] of Object.entries(VIEWS)) {
  const input = { limit: 50, ...wanted };
  const walk = wanted.text
    ? `(select * from audit_log order by at desc, seq desc limit ${WINDOW})`
    : 'audit_log';
  const bare = office.sqlite.prepare(
    `select ${COLUMNS} from ${walk} where ${where} order by at desc, seq desc limit 51`,
  );
  const times = { whole: [], bare: [] };
  const began = performance.now();
  for (let round = 0; round < rounds && performance.now() - began < LONGEST; round += 1) {
    times.whole.push(await timed(() => office.must('audit.list', input)));
    times.bare.push(await timed(() => bare.all()));
  }
  // The first third warms up compiler and caches.
  const settled = (values) => median(values.slice(values.length / 3));
  figures[view] = { whole: settled(times.whole), bare: settled(times.bare) };
}

/** Nothing but what nobody can do without: each row read in its order, and hashed. */
function readAndHash() {
  const rows = office.sqlite
    .prepare(
      `select seq, at, account_id as accountId, account_name as accountName, channel, entity,
         entity_id as entityId, summary, nature, prev_hash as prevHash, hash from audit_log order by seq`,
    )
    .iterate();
  for (const row of rows) if (auditHash(row) !== row.hash) throw new Error(`row ${row.seq}`);
}

const bareCheck = await timed(readAndHash);
const { databasePath, dataKey } = office;
const verify = async (onProgress = () => undefined) => {
  const connection = { databasePath, dataKey, remembered: [] };
  const verdict = await verifyAudit(connection, (_phase, done) => onProgress(done));
  if (!verdict.isIntact || verdict.rowCount <= count) throw new Error(JSON.stringify(verdict));
};
const check = await timed(() => verify());
let heap = 0;
let next = 0;
await verify((done) => {
  if (done < next) return;
  next += count / 10;
  heap = Math.max(heap, heapAfterCollection());
});
tell({ figures, filling, check, bareCheck, heap });
await office.close();

/** What is really held: with `--expose-gc` what waits to be collected does not count. */
function heapAfterCollection() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
