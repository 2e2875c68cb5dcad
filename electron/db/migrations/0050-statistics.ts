/** Statistics and ledgers count by the day of an event: one index for each kind of day. */
export const sql = `
create index case_file_closed on case_file (module, closed_on) where closed_on is not null;
create index case_file_archived on case_file (module, archived_on) where archived_on is not null;
create index document_served on document (served_on) where served_on is not null;
create index document_replied on document (replied_on) where replied_on is not null;
create index document_event_day on document_event (action, occurred_on);
create index supervision_result_day on supervision_result (recorded_on);
-- The views of a list (在办, 已结, 已归档), and 待我处理, opened by each of the other orders.
create index case_file_stage_due on case_file (module, stage, coalesce(next_due_on, '9999-12-31'), id) where deleted_at is null;
create index case_file_stage_updated on case_file (module, stage, updated_at, id) where deleted_at is null;
create index case_file_stage_number on case_file (module, stage, case_no, id) where deleted_at is null;
create index case_file_stage_state on case_file (module, stage, state, id) where deleted_at is null;
create index case_file_handler_due on case_file (module, handler_id, stage, coalesce(next_due_on, '9999-12-31'), id) where deleted_at is null;
-- 全部 by state: within a state the newest id first, not the newest day.
create index case_file_state_order on case_file (module, state, id) where deleted_at is null;
`;
