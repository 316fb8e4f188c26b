alter table audit_entry add column seq bigint;
alter table audit_entry add column previous varchar(43);
alter table audit_entry add column hash varchar(43);
create table audit_chain (
    id bigint primary key,
    board varchar(30) not null unique,
    version integer not null,
    last_seq bigint not null,
    last_hash varchar(43) not null
);
create table audit_checkpoint (
    id bigint primary key,
    board varchar(30) not null,
    version integer not null,
    for_day date,
    seq bigint not null,
    hash varchar(43) not null,
    at_time timestamp(6) with time zone not null,
    key_id varchar(16) not null,
    signature varchar(100) not null,
    made_by varchar(200) not null,
    unique (board, for_day)
);
create index audit_checkpoint_of_board on audit_checkpoint (board, seq);
