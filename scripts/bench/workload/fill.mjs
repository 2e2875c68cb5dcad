import { tokensOf } from '../../../electron/platform/search/tokens';
import { employerName, idNumberOf, personName, phoneOf, townOf, usccOf } from './names.mjs';

/** Fills an open file with invented records by prepared statements, faster than any import could. */

const AT = '2026-09-01T00:00:00.000Z';

/** Runs `work` without waiting for the disk and without secondary indexes, which are built once at the end. */
export function inBulk(sqlite, tables, work) {
  const indexes = sqlite
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${tables.map(() => '?')})`,
    )
    .all(...tables);
  sqlite.pragma('synchronous = 0');
  sqlite.pragma('foreign_keys = 0');
  sqlite.pragma('cache_size = -400000');
  for (const { name } of indexes) sqlite.exec(`drop index ${name}`);
  sqlite.exec('begin');
  work();
  for (const { sql } of indexes) sqlite.exec(sql);
  sqlite.exec('commit');
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.pragma('cache_size = -32000');
  sqlite.pragma('foreign_keys = 1');
  sqlite.pragma('synchronous = 2');
}

export function addEmployers(sqlite, count, { isSearchable = true } = {}) {
  const insert = sqlite.prepare(
    `insert into employer (id, name, uscc, town, headcount, revision, created_at, updated_at)
     values (?, ?, ?, ?, ?, 1, '${AT}', '${AT}')`,
  );
  const index = sqlite.prepare('insert into search_employer (rowid, tokens) values (?, ?)');
  for (let i = 1; i <= count; i += 1) {
    const name = employerName(i);
    const uscc = usccOf(i % 1_000_000);
    insert.run(i, name, uscc, townOf(i), 10 + (i % 900));
    if (isSearchable) index.run(i, tokensOf({ names: [name], codes: [uscc] }));
  }
}

export function addPeople(sqlite, count) {
  const insert = sqlite.prepare(
    `insert into person (id, name, id_number, phone, revision, created_at, updated_at)
     values (?, ?, ?, ?, 1, '${AT}', '${AT}')`,
  );
  const index = sqlite.prepare('insert into search_person (rowid, tokens) values (?, ?)');
  for (let i = 1; i <= count; i += 1) {
    const [name, idNumber, phone] = [personName(i), idNumberOf(i), phoneOf(i)];
    insert.run(i, name, idNumber, phone);
    index.run(i, tokensOf({ people: [name], idNumbers: [idNumber], codes: [phone] }));
  }
}

const STATES = ['C02', 'C03', 'C06', 'C07', 'C08', 'C09', 'C11', 'C12', 'C13', 'C14', 'C16', 'C17'];

/** Cases over twenty years: the newest fiftieth is open, the rest closed or archived. */
export function addCases(sqlite, count, employerCount) {
  const spine = sqlite.prepare(
    `insert into case_file (id, module, case_no, clue_no, title, state, stage, jurisdiction, employer_id, town, handler_id,
       opened_on, closed_on, archived_on, next_due_on, next_due_label, revision, created_at, updated_at)
     values (?, 'supervision', ?, ?, ?, ?, ?, 'zhejiang', ?, ?, 1, ?, ?, ?, ?, ?, 1, '${AT}', ?)`,
  );
  const own = sqlite.prepare(
    `insert into supervision_case (case_id, source, received_on, accepted_on, basics, topic, worker_count) values (?, '01', ?, ?, ?, '', ?)`,
  );
  const violation = sqlite.prepare('insert into supervision_violation (case_id, code) values (?, ?)');
  for (let i = 1; i <= count; i += 1) {
    const isOpen = i > count - count / 50;
    const isClosed = !isOpen && i > count - count / 20;
    const day = dayOf(i / count);
    const employer = (i % employerCount) + 1;
    const [caseNo, clueNo, title] = [
      `(${day.slice(0, 4)})安工劳监案第${i}号`,
      `〔${day.slice(0, 4)}〕安工线索第${i}号`,
      '拖欠劳动报酬、超时加班',
    ];
    spine.run(
      i,
      caseNo,
      clueNo,
      title,
      isOpen ? STATES[i % STATES.length] : isClosed ? 'C20' : 'C21',
      isOpen ? 'open' : isClosed ? 'closed' : 'archived',
      employer,
      townOf(i),
      day,
      isOpen ? null : day,
      isOpen || isClosed ? null : day,
      isOpen ? dueOf(i) : null,
      isOpen ? '意见书答复' : '',
      `${day}T08:00:00.000Z`,
    );
    const basics = { receivedOn: day, workersTotal: 1 + (i % 40), topicSummary: title, acceptedOn: day };
    own.run(i, day, day, JSON.stringify(basics), 1 + (i % 40));
    violation.run(i, i % 3 === 0 ? 'V13' : 'V21');
  }
}

const DAYS = 20 * 365;
const dayOf = (share) =>
  new Date(Date.UTC(2006, 8, 15) + Math.floor(share * DAYS) * 86_400_000).toISOString().slice(0, 10);
const dueOf = (i) => new Date(Date.UTC(2026, 8, 1) + (i % 60) * 86_400_000).toISOString().slice(0, 10);
