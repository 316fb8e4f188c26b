-- The case whose subject a mail goes to, and since when it waits because they may not be contacted.
alter table mail add column subject_of varchar(30);
alter table mail add column held_at timestamp(6) with time zone;
create index mail_of_subject on mail (board, subject_of);
