-- What the references of a wiped board begin with is kept for it, as its address is.
alter table archive_run add board_prefix varchar(12);
