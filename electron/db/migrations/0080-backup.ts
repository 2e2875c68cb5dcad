/** Copies that were made or tried: the home page tells their age, and why the last one failed. */
export const sql = `
create table backup_run (
  id integer primary key,
  reason text not null check (reason in ('daily', 'close', 'hand')),
  folder text not null,
  stamp text not null,
  finished_at text not null,
  outcome text not null check (outcome in ('good', 'failed', 'cancelled')),
  message text not null,
  bytes integer not null check (bytes >= 0),
  evidence_count integer not null check (evidence_count >= 0)
) strict;
create index backup_run_outcome on backup_run (outcome, id);
`;
