-- Somebody else has decided that a member is not the person whose name is like theirs: who, when and why.
create table cleared_namesake (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    account_id bigint not null references account(id),
    why varchar(1000) not null,
    cleared_at timestamp(6) with time zone not null,
    cleared_by varchar(200) not null
);
create unique index namesake_cleared_once on cleared_namesake (board, reference, account_id);
