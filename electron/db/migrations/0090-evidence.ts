/**
 * Evidence: a row for each stored file (its key, its name on disk) and one for each piece of evidence of a case. The
 * secret makes names on disk that tell a thief nothing; it never leaves this file.
 */
export const sql = `
create table evidence_secret (
  id integer primary key check (id = 1),
  value blob not null check (length(value) = 32)
) strict;
insert into evidence_secret (id, value) values (1, randomblob(32));

create table stored_file (
  id integer primary key,
  store_name text not null unique check (length(store_name) = 64),
  file_key blob not null check (length(file_key) = 32),
  sha256 text not null unique check (length(sha256) = 64),
  size integer not null check (size > 0),
  media_type text not null check (length(media_type) > 0),
  created_at text not null
) strict;

create table evidence (
  id integer primary key,
  case_id integer not null references case_file (id),
  stored_file_id integer not null references stored_file (id),
  -- 证据号 within the case: never given twice, so that a record may cite it.
  number integer not null check (number > 0),
  position integer not null,
  kind text not null check (length(kind) > 0),
  name text not null check (length(name) between 1 and 100),
  file_name text not null check (length(file_name) > 0),
  provider text not null default '',
  obtained_on text,
  page_count integer check (page_count is null or page_count between 1 and 9999),
  note text not null default '',
  -- 涉及反映人: shown only to whoever may read complainant data.
  is_restricted integer not null check (is_restricted in (0, 1)),
  added_by integer not null references account (id),
  removed_reason text not null default '',
  revision integer not null default 0,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  unique (case_id, number)
) strict;
create index evidence_case on evidence (case_id, position, id) where deleted_at is null;
create index evidence_removed on evidence (case_id, deleted_at) where deleted_at is not null;
create index evidence_stored_file on evidence (stored_file_id);
`;
