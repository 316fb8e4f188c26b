-- The keys that sign, or signed, checkpoints, and how each came to that. They belong to no board, and outlive it.
create table audit_key (
    id bigint primary key,
    version integer not null,
    key_id varchar(16) not null,
    public_key varchar(200) not null,
    at_time timestamp(6) with time zone not null,
    previous varchar(16) not null,
    declared varchar(500) not null,
    own_signature varchar(200) not null,
    previous_signature varchar(200) not null,
    of_board varchar(30) not null
);
create unique index audit_key_once on audit_key (key_id, of_board);
