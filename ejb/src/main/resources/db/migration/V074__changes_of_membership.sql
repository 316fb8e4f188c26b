alter table member add column ended_at timestamp(6) with time zone;
-- Since when they come to this board; nothing for somebody who was only invited. Who is a member already has come.
alter table member add column entered_at timestamp(6) with time zone default current_timestamp;
alter table member alter column entered_at drop default;
create table membership_change (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    member_id bigint not null references member(id),
    kind varchar(20) not null,
    roles_before varchar(200) not null,
    roles_after varchar(200) not null,
    reason varchar(1000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index membership_change_of on membership_change (board, member_id, signed_at);
