/** Keys of accounts, roles lent for a time, who may see the complainant of a case. */
export const sql = `
-- Half of the account's key slot that is no secret: a change of the data key is sealed only to slots that match it.
alter table account add column public_key text not null default '';
alter table account add column must_change_password integer not null default 0 check (must_change_password in (0, 1));
alter table account add column removed_at text check (removed_at is null or is_active = 0);

create table recovery_key (
  id integer primary key check (id = 1),
  public_key text not null check (length(public_key) > 0),
  issued_by integer not null references account (id),
  issued_at text not null
) strict;

create table delegation (
  id integer primary key,
  giver_id integer not null references account (id),
  receiver_id integer not null references account (id),
  role text not null check (length(role) > 0),
  from_on text not null,
  to_on text not null,
  reason text not null check (length(reason) > 0),
  created_by integer not null references account (id),
  created_at text not null,
  ended_at text,
  check (giver_id <> receiver_id),
  check (from_on <= to_on)
) strict;
create index delegation_receiver on delegation (receiver_id, to_on);
create index delegation_giver on delegation (giver_id);
create index delegation_creator on delegation (created_by);

create table complainant_grant (
  id integer primary key,
  case_id integer not null references case_file (id),
  account_id integer not null references account (id),
  reason text not null check (length(reason) > 0),
  granted_by integer not null references account (id),
  granted_at text not null,
  revoked_at text
) strict;
create unique index complainant_grant_open on complainant_grant (case_id, account_id) where revoked_at is null;
create index complainant_grant_case on complainant_grant (case_id);
create index complainant_grant_account on complainant_grant (account_id);
create index complainant_grant_giver on complainant_grant (granted_by);
`;
