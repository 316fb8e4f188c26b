-- A step waits once for each case, request or referral; of several items the last was opened by the process that still runs.
update work_item set is_open = false, ended_at = current_timestamp where is_open and exists (select 1 from work_item other
    where other.board = work_item.board and other.reference = work_item.reference and other.task = work_item.task
        and coalesce(other.target_id, 0) = coalesce(work_item.target_id, 0) and other.is_open and other.id > work_item.id);
alter table work_item add column open_step varchar(120)
    generated always as (case when is_open then reference || '/' || task || '/' || cast(coalesce(target_id, 0) as varchar(20)) end) ${stored};
create unique index work_item_once on work_item (board, open_step);
