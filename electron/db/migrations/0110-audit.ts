/**
 * The log by time, by account, by kind of object, and what of it was seen or left the program: each a walk along an index.
 * `nature` is covered by a row's hash; rows of before have none.
 */
export const sql = `
alter table audit_log add column nature text not null default ''
  check (nature in ('', 'change', 'view', 'export', 'print', 'login', 'backup'));
create index audit_log_at on audit_log (at);
create index audit_log_account on audit_log (account_id, at);
create index audit_log_kind on audit_log (entity, at);
create index audit_log_sensitive on audit_log (at) where nature in ('view', 'export', 'print');
`;
