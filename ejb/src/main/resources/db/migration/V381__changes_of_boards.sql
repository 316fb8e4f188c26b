-- Two administrators who change a board at the same time: the second is told, instead of undoing what the first did.
alter table board add column version integer not null default 0;
