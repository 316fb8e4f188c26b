-- Nothing is posted to whoever may not be contacted: the step waits where that is so, as what they are asked to do does.
update work_item set held_at = current_timestamp where is_open = true and held_at is null and task = 'postLetter' and exists (
    select 1 from investigation i where i.board = work_item.board and i.reference = work_item.reference and i.contact_allowed = false);
