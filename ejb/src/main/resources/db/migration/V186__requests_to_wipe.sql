-- A whole board is wiped by two operators, or a day after one has asked for it. It outlives the board, so it does not belong to one.
create table wipe_request (
    id bigint primary key,
    version integer not null,
    slug varchar(30) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    ended_how varchar(20),
    ended_at timestamp(6) with time zone,
    ended_account bigint,
    ended_name varchar(200),
    open_slug varchar(30) unique
);
create index wipe_request_of on wipe_request (slug, signed_at);
