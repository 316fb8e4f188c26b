-- Whoever is asked something themself finds it among their work, whatever their roles are, and in the menu.
create index work_of_account on work_item (board, account_id, is_open);
