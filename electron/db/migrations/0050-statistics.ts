/** Statistics and ledgers count by the day of an event: one index for each kind of day. */
export const sql = `
create index case_file_closed on case_file (module, closed_on) where closed_on is not null;
create index case_file_archived on case_file (module, archived_on) where archived_on is not null;
create index document_served on document (served_on) where served_on is not null;
create index document_replied on document (replied_on) where replied_on is not null;
create index document_event_day on document_event (action, occurred_on);
create index supervision_result_day on supervision_result (recorded_on);
`;
