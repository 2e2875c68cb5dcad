/** The chain from draft to seal: whose turn a paper is, what one step warned of, and the text as it was sent on. */
export const sql = `
-- The account a waiting paper is for; null: everybody with the right. On a draft: it was given back to this account.
alter table document add column assigned_to integer references account (id);
create index document_assigned on document (assigned_to, status) where assigned_to is not null and deleted_at is null;
-- JSON list of what the person was told to think about and did all the same.
alter table document_event add column warnings text not null default '[]';

create table document_version (
  id integer primary key,
  document_id integer not null references document (id),
  n integer not null check (n >= 1),
  -- The step that kept it; revise: a reviewer or signer changed the text.
  action text not null,
  title text not null,
  field_values text not null,
  edits text not null,
  -- The printed text, a JSON list of paragraphs.
  lines text not null,
  account_id integer not null references account (id),
  created_at text not null,
  unique (document_id, n)
) strict;
create trigger document_version_no_update before update on document_version
  begin select raise(abort, 'a kept version does not change'); end;
create trigger document_version_no_delete before delete on document_version
  begin select raise(abort, 'a kept version does not change'); end;
`;
