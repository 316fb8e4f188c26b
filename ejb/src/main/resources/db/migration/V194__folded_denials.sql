-- Attempts of one kind by one person in one period: the first stands in the chain at once, how many followed when the period is over.
create table denial (
    id bigint primary key,
    board varchar(30) not null,
    version integer not null,
    period bigint not null,
    fold varchar(43) not null,
    who varchar(80) not null,
    account_id bigint,
    actor_name varchar(200) not null,
    actor_roles varchar(200) not null,
    from_address varchar(64),
    channel varchar(10) not null,
    method varchar(200) not null,
    asked varchar(500) not null,
    repeats bigint not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null
);
create unique index denial_once on denial (board, period, fold);
create index denial_of_whom on denial (board, period, who);
