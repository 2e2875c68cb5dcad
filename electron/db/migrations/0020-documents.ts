/** Papers: fields, wording, the frozen model, service and reply. */
export const sql = `
create table document (
  id integer primary key,
  case_id integer references case_file (id),
  module text not null,
  kind text not null,
  title text not null,
  addressee text not null default '',
  employer_id integer references employer (id),
  status text not null,
  number_kind text not null default '',
  year integer,
  seq integer,
  document_no text not null default '',
  template_version text not null,
  field_values text not null,
  edits text not null default '{}',
  is_outgoing integer not null default 0 check (is_outgoing in (0, 1)),
  based_on_id integer references document (id),
  replaced_by_id integer references document (id),
  drafted_by integer not null references account (id),
  signed_on text,
  signer_name text not null default '',
  signer_post text not null default '',
  -- Frozen at signature: the model as signed (JSON) and its SHA-256.
  model text,
  content_hash text not null default '',
  service_method text not null default '',
  service_outcome text check (service_outcome in ('served', 'refused', 'left', 'returned', 'published')),
  served_on text,
  reply_n integer,
  reply_unit text,
  due_on text,
  replied_on text,
  evaluation text check (evaluation in ('pass', 'partial', 'fail', 'objectionUpheld')),
  page_count integer not null default 0,
  revision integer not null default 0,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  check ((content_hash = '') = (model is null))
) strict;
create index document_case on document (case_id, id) where deleted_at is null;
create index document_kind on document (kind, status, signed_on) where deleted_at is null;
create index document_employer on document (employer_id, id) where deleted_at is null;
create index document_signed on document (signed_on, kind) where signed_on is not null;
create index document_status on document (status, updated_at) where deleted_at is null;
-- A number is used once, whatever became of the paper: no deleted_at in this index.
create unique index document_number on document (number_kind, year, seq) where seq is not null;
create unique index document_no on document (document_no) where document_no <> '';
create trigger document_frozen before update on document
  when old.content_hash <> '' and (
    new.content_hash is not old.content_hash or new.model is not old.model or new.document_no is not old.document_no
    or new.seq is not old.seq or new.signed_on is not old.signed_on or new.field_values is not old.field_values
    or new.edits is not old.edits or new.title is not old.title or new.addressee is not old.addressee
    or new.template_version is not old.template_version or new.signer_name is not old.signer_name)
  begin select raise(abort, 'a signed paper does not change'); end;
create trigger document_kept before delete on document
  when old.seq is not null
  begin select raise(abort, 'a numbered paper is not deleted'); end;

-- The file as first written, for ever the same.
create table document_file (
  document_id integer primary key references document (id),
  sha256 text not null,
  bytes blob not null,
  engine text not null,
  created_at text not null
) strict;
create trigger document_file_no_update before update on document_file begin select raise(abort, 'an issued file does not change'); end;
create trigger document_file_no_delete before delete on document_file begin select raise(abort, 'an issued file does not change'); end;

create table document_event (
  id integer primary key,
  document_id integer not null references document (id),
  case_id integer references case_file (id),
  action text not null,
  from_status text not null,
  to_status text not null,
  occurred_on text not null,
  field_values text not null,
  account_id integer not null references account (id),
  created_at text not null
) strict;
create index document_event_document on document_event (document_id, id);
create index document_event_case on document_event (case_id, id) where case_id is not null;
`;
