import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../../electron/db/migrations';
import { migrate } from '../../../electron/db/migrator';
import { openTestKey, temporaryFolder } from '../../builders/file';

/** Files of a program that told events by their instants. */
it('what happened before gets its place from the instants, papers and case together', () => {
  const sqlite = openTestKey(join(temporaryFolder(), 'casework.db'));
  const backup = () => undefined;
  migrate(sqlite, { backup, steps: migrations.filter(({ version }) => version < 100) });
  sqlite.exec(`
    insert into account (id, login_name, display_name, roles, created_at) values (1, 'wangmin', '王敏', '[]', '');
    insert into case_file (id, module, title, state, stage, jurisdiction, handler_id, opened_on, created_at, updated_at)
      values (1, 'supervision', '', 'C03', 'open', 'zhejiang', 1, '2026-09-01', '', ''),
             (2, 'supervision', '', 'C02', 'open', 'zhejiang', 1, '2026-09-01', '', '');
    insert into document (id, case_id, module, kind, title, status, field_values, template_version, drafted_by, created_at, updated_at)
      values (1, 1, 'supervision', 'registrationForm', '', 'D11', '{}', '1', 1, '', '');
    insert into supervision_event (id, case_id, action, from_state, to_state, occurred_on, field_values, account_id, created_at)
      values (1, 1, 'register', 'C01', 'C02', '2026-09-01', '{}', 1, '2026-09-01T01:00:00Z'),
             (2, 2, 'register', 'C01', 'C02', '2026-09-01', '{}', 1, '2026-09-01T02:00:00Z'),
             (3, 1, 'startReview', 'C02', 'C03', '2026-09-03', '{}', 1, '2026-09-03T01:00:00Z');
    insert into document_event (id, document_id, case_id, action, from_status, to_status, occurred_on, field_values, account_id, created_at)
      values (1, 1, 1, 'finalise', 'D01', 'D11', '2026-09-02', '{}', 1, '2026-09-02T01:00:00Z');
  `);
  migrate(sqlite, { backup });
  const places = (table: string) => sqlite.prepare(`select place from ${table} order by id`).pluck().all();
  expect(places('supervision_event')).toEqual([1, 1, 3]);
  expect(places('document_event')).toEqual([2]);
  expect(sqlite.prepare('select event_count from case_file order by id').pluck().all()).toEqual([3, 1]);
  sqlite.close();
});
