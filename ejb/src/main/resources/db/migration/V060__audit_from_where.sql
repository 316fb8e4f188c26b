-- The installation has a chain of its own, whose board is '-': no row of the table of boards. The reference to that
-- table has no name of its own, so the table is made anew.
alter table audit_entry rename to audit_entry_before;
create table audit_entry (
    id bigint primary key,
    board varchar(30) not null,
    version integer not null,
    at_time timestamp(6) with time zone not null,
    account_id bigint,
    actor_name varchar(200) not null,
    actor_roles varchar(200) not null,
    act varchar(60) not null,
    reference varchar(30),
    subject_kind varchar(40),
    subject_id bigint,
    before_act varchar(1000000),
    after_act varchar(1000000),
    from_address varchar(64),
    channel varchar(10) not null
);
insert into audit_entry select id, board, version, at_time, account_id, actor_name, actor_roles, act, reference,
    subject_kind, subject_id, before_act, after_act, null, '' from audit_entry_before;
drop table audit_entry_before;
create index audit_of_case on audit_entry (board, reference, at_time);
create index audit_of_board on audit_entry (board, at_time);
