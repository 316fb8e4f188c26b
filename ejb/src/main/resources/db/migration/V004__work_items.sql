create table work_item (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    task_id varchar(64) not null,
    task varchar(60) not null,
    process varchar(60) not null,
    reference varchar(30) not null,
    investigation_id bigint not null,
    target_kind varchar(40) not null,
    target_id bigint,
    about varchar(200) not null,
    stage varchar(40) not null,
    role varchar(20) not null,
    member_id bigint references member(id),
    account_id bigint references account(id),
    organisation_id bigint references organisation(id),
    due_at timestamp(6) with time zone not null,
    opened_at timestamp(6) with time zone not null,
    is_open boolean not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200)
);
create index work_by_deadline on work_item (board, is_open, role, due_at, id);
create index work_of_case on work_item (board, reference, is_open);
create index work_of_task on work_item (task_id);
