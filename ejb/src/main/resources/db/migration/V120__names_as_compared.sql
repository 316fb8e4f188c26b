-- Names in the form in which they are compared, so that nobody is somebody else for a space, a title or a letter of another script.
create table member_name (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    member_id bigint not null references member(id) on delete cascade,
    account_id bigint not null references account(id),
    form varchar(120) not null
);
create index member_by_name on member_name (board, form, account_id);
create index name_of_member on member_name (member_id);
alter table person add column name_key varchar(420);
alter table person add column surname varchar(200);
alter table investigation add column subject_key varchar(420);
alter table investigation add column names_checked integer;
