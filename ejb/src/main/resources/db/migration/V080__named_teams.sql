-- A file can be restricted to a named team; every place on it is a row with who, when and why.
create table restriction (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    reason varchar(1000) not null,
    since timestamp(6) with time zone not null,
    by_name varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    end_reason varchar(1000)
);
create index restriction_of_case on restriction (board, reference, ended_at);

create table team_place (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    account_id bigint not null references account(id),
    member_id bigint not null references member(id),
    reason varchar(1000) not null,
    since timestamp(6) with time zone not null,
    by_name varchar(200) not null,
    left_at timestamp(6) with time zone,
    left_by varchar(200),
    left_reason varchar(1000)
);
create index team_place_of_case on team_place (board, reference, account_id, left_at);
