/** The order in which things happened to a case, whatever the machine's clock said that day. */
export const sql = `
alter table case_file add column event_count integer not null default 0 check (event_count >= 0);
alter table supervision_event add column place integer not null default 0 check (place >= 0);
alter table document_event add column place integer not null default 0 check (place >= 0);

create temporary table event_place as
  select origin, id, case_id, row_number() over (partition by case_id order by created_at, origin, id) as place
  from (
    select 'case' as origin, id, case_id, created_at from supervision_event
    union all
    select 'document', id, case_id, created_at from document_event where case_id is not null
  );
update supervision_event set place = event_place.place from event_place
  where event_place.origin = 'case' and event_place.id = supervision_event.id;
update document_event set place = event_place.place from event_place
  where event_place.origin = 'document' and event_place.id = document_event.id;
update case_file set event_count = latest.place
  from (select case_id, max(place) as place from event_place group by case_id) as latest
  where latest.case_id = case_file.id;
drop table event_place;
`;
