-- Since when a step is kept from the subject it waits for, because they may not be contacted.
alter table work_item add column held_at timestamp(6) with time zone;
update work_item set held_at = current_timestamp where is_open = true and role = 'EMPLOYEE' and exists (select 1 from investigation
    where investigation.board = work_item.board and investigation.reference = work_item.reference and investigation.contact_allowed = false);
