/** 一函两书: what the module adds to the spine. */
export const sql = `
create table supervision_case (
  case_id integer primary key references case_file (id),
  source text not null default '',
  received_on text not null,
  registered_on text,
  accepted_on text,
  state_before_pause text,
  -- Everything typed at registration, keys as in fields.ts; the columns beside it are for lists and statistics.
  basics text not null,
  topic text not null default '',
  worker_count integer not null default 0,
  amount_fen integer not null default 0,
  close_reason text not null default '',
  archive_no text not null default ''
) strict;
create index supervision_case_received on supervision_case (received_on);

-- Restricted: read by supervision.complainant.* and by papers addressed to the complainant, by nothing else.
create table supervision_complainant (
  case_id integer primary key references case_file (id),
  is_anonymous integer not null check (is_anonymous in (0, 1)),
  details text not null,
  updated_at text not null
) strict;

create table supervision_violation (
  id integer primary key,
  case_id integer not null references case_file (id),
  code text not null,
  fact text not null default '',
  worker_count integer,
  amount_fen integer,
  evidence text not null default '',
  demand text not null default '',
  demand_due_on text,
  finding text not null default 'pending' check (finding in ('pending', 'established', 'notEstablished', 'insufficient')),
  rectified text not null default 'pending' check (rectified in ('pending', 'promised', 'partly', 'done', 'none', 'objectionUpheld')),
  unique (case_id, code, fact)
) strict;
create index supervision_violation_code on supervision_violation (code, case_id);

create table supervisor (
  id integer primary key,
  name text not null check (length(name) > 0),
  unit text not null default '',
  certificate_no text not null unique,
  issued_by text not null default '',
  valid_from text not null,
  valid_to text not null,
  phone text not null default '',
  is_active integer not null default 1 check (is_active in (0, 1)),
  check (valid_to >= valid_from)
) strict;

create table supervision_investigator (
  case_id integer not null references case_file (id),
  supervisor_id integer not null references supervisor (id),
  assigned_on text not null,
  recused_on text,
  recusal_reason text not null default '',
  primary key (case_id, supervisor_id)
) strict, without rowid;

create table supervision_event (
  id integer primary key,
  case_id integer not null references case_file (id),
  action text not null,
  from_state text not null,
  to_state text not null,
  occurred_on text not null,
  field_values text not null,
  account_id integer not null references account (id),
  created_at text not null
) strict;
create index supervision_event_case on supervision_event (case_id, id);

create table supervision_result (
  id integer primary key,
  case_id integer not null references case_file (id),
  kind text not null,
  amount_fen integer not null default 0 check (amount_fen >= 0),
  worker_count integer not null default 0 check (worker_count >= 0),
  quantity integer not null default 0 check (quantity >= 0),
  -- Only what a voucher proves is counted.
  evidence text not null check (length(evidence) > 0),
  recorded_on text not null
) strict;
create index supervision_result_case on supervision_result (case_id);
`;
