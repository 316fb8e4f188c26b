-- However much other mail waits, what tells people of their ways in leaves before it.
alter table mail add column ordinary boolean default true not null;
update mail set ordinary = false where template like 'account.%';
drop index mail_due;
create index mail_due on mail (board, status, ordinary, next_attempt_at, id);
