/** Settings, accounts, audit, parties, the case spine, deadlines. */
export const sql = `
create table setting (
  key text primary key not null,
  value text not null,
  revision integer not null default 0,
  updated_at text not null
) strict;

create table account (
  id integer primary key,
  login_name text not null unique,
  display_name text not null,
  roles text not null,
  is_active integer not null default 1 check (is_active in (0, 1)),
  created_at text not null
) strict;

create table leader (
  id integer primary key,
  name text not null check (length(name) > 0),
  post text not null,
  valid_from text not null,
  valid_to text,
  is_active integer not null default 1 check (is_active in (0, 1)),
  created_at text not null
) strict;

create table audit_log (
  seq integer primary key,
  at text not null,
  account_id integer,
  account_name text not null,
  channel text not null,
  entity text not null,
  entity_id integer,
  summary text not null,
  prev_hash text not null,
  hash text not null unique
) strict;
create index audit_log_entity on audit_log (entity, entity_id);
create trigger audit_log_no_update before update on audit_log begin select raise(abort, 'audit_log is append-only'); end;
create trigger audit_log_no_delete before delete on audit_log begin select raise(abort, 'audit_log is append-only'); end;
-- The chain grows at its end only: a row cannot be slipped in, nor replace another.
create trigger audit_log_in_order before insert on audit_log
  when new.seq <> coalesce((select max(seq) from audit_log), 0) + 1
  begin select raise(abort, 'audit_log is append-only'); end;

create table employer (
  id integer primary key,
  name text not null check (length(name) between 1 and 200),
  uscc text not null default '',
  address text not null default '',
  business_address text not null default '',
  legal_representative text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  industry text not null default '',
  nature text not null default '',
  town text not null default '',
  headcount integer check (headcount is null or headcount >= 0),
  has_union text not null default 'unknown' check (has_union in ('yes', 'no', 'unknown')),
  former_names text not null default '',
  note text not null default '',
  case_count integer not null default 0,
  revision integer not null default 0,
  created_at text not null,
  updated_at text not null,
  deleted_at text
) strict;
create unique index employer_uscc on employer (uscc) where uscc <> '' and deleted_at is null;
create index employer_name on employer (name) where deleted_at is null;
create index employer_town on employer (town, name) where deleted_at is null;
create index employer_updated on employer (updated_at) where deleted_at is null;

create table person (
  id integer primary key,
  name text not null check (length(name) between 1 and 60),
  id_number text not null default '',
  phone text not null default '',
  employer_id integer references employer (id),
  post text not null default '',
  note text not null default '',
  revision integer not null default 0,
  created_at text not null,
  updated_at text not null,
  deleted_at text
) strict;
create unique index person_id_number on person (id_number) where id_number <> '' and deleted_at is null;
create index person_name on person (name) where deleted_at is null;
create index person_employer on person (employer_id) where deleted_at is null;

create table case_file (
  id integer primary key,
  module text not null,
  case_no text not null default '',
  clue_no text not null default '',
  title text not null,
  state text not null,
  stage text not null check (stage in ('open', 'closed', 'archived')),
  jurisdiction text not null,
  employer_id integer references employer (id),
  town text not null default '',
  handler_id integer not null references account (id),
  opened_on text not null,
  closed_on text,
  archived_on text,
  next_due_on text,
  next_due_label text not null default '',
  revision integer not null default 0,
  created_at text not null,
  updated_at text not null,
  deleted_at text
) strict;
-- One index for each way a list is opened and sorted: no list query may scan case_file.
create index case_file_opened on case_file (module, opened_on, id) where deleted_at is null;
create index case_file_stage on case_file (module, stage, opened_on, id) where deleted_at is null;
create index case_file_state on case_file (module, state, opened_on, id) where deleted_at is null;
-- Cases without a deadline come last.
create index case_file_due on case_file (module, coalesce(next_due_on, '9999-12-31'), id) where deleted_at is null;
create index case_file_handler on case_file (module, handler_id, stage, opened_on, id) where deleted_at is null;
create index case_file_town on case_file (module, town, opened_on, id) where deleted_at is null;
create index case_file_employer on case_file (employer_id, opened_on, id) where deleted_at is null;
create index case_file_updated on case_file (module, updated_at, id) where deleted_at is null;
create index case_file_number on case_file (module, case_no, id) where deleted_at is null;
create index case_file_deleted on case_file (module, deleted_at, id) where deleted_at is not null;

create table deadline (
  id integer primary key,
  case_id integer not null references case_file (id),
  document_id integer,
  kind text not null,
  label text not null,
  rule_key text not null,
  -- The rule as it stood when the clock started: later changes never move an old deadline.
  rule text not null,
  start_event text not null,
  start_on text not null,
  nominal_on text not null,
  due_on text not null,
  skipped text not null default '',
  is_projected integer not null default 0 check (is_projected in (0, 1)),
  status text not null check (status in ('running', 'paused', 'met', 'missed', 'cancelled')),
  -- JSON [{ from, to }]: 中止 that took days out of the count.
  pauses text not null default '[]',
  met_on text,
  created_at text not null
) strict;
create index deadline_case on deadline (case_id, status);
create index deadline_due on deadline (status, due_on);
create index deadline_document on deadline (document_id) where document_id is not null;

create table number_counter (
  kind text not null,
  year integer not null,
  last_n integer not null check (last_n >= 0),
  primary key (kind, year)
) strict, without rowid;

create table draft (
  account_id integer not null references account (id),
  key text not null,
  payload text not null,
  saved_at text not null,
  primary key (account_id, key)
) strict, without rowid;

create table saved_view (
  id integer primary key,
  account_id integer not null references account (id),
  list text not null,
  name text not null,
  query text not null,
  created_at text not null,
  unique (account_id, list, name)
) strict;

create table rule_override (
  key text primary key not null,
  rule text not null,
  updated_at text not null
) strict;

create table catalogue_override (
  catalogue text not null,
  code text not null,
  value text not null,
  updated_at text not null,
  primary key (catalogue, code)
) strict, without rowid;

create table calendar_override (
  year integer primary key,
  value text not null,
  updated_at text not null
) strict;
`;
