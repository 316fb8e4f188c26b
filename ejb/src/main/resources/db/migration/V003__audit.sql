create table audit_entry (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    at_time timestamp(6) with time zone not null,
    account_id bigint,
    actor_name varchar(200) not null,
    actor_roles varchar(200) not null,
    act varchar(60) not null,
    reference varchar(30),
    subject_kind varchar(40),
    subject_id bigint,
    before_act varchar(8000),
    after_act varchar(8000)
);
create index audit_of_case on audit_entry (board, reference, at_time);
create index audit_of_board on audit_entry (board, at_time);
