-- To give or take away lead, administrator or auditor takes two people: one who asks for it, one who confirms it.
create table power_change (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    kind varchar(20) not null,
    member_id bigint references member(id),
    invitation_id bigint,
    about_account bigint,
    about_name varchar(200) not null,
    roles_before varchar(200) not null,
    roles_after varchar(200) not null,
    reason varchar(1000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    decision varchar(20),
    decided_at timestamp(6) with time zone,
    decided_account bigint,
    decided_name varchar(200),
    open_key varchar(40),
    constraint one_open_change unique (board, open_key)
);
create index power_change_of on power_change (board, signed_at);
