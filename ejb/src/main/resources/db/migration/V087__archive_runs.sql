-- What the operator did with whole boards. It outlives the board, so it does not belong to one.
create table archive_run (
    id bigint primary key,
    version integer not null,
    kind varchar(20) not null,
    slug varchar(30) not null,
    status varchar(20) not null,
    node varchar(100) not null,
    file_name varchar(100),
    byte_size bigint,
    sha256 varchar(64),
    contents varchar(64),
    audit_seq bigint,
    audit_hash varchar(100),
    problem varchar(100),
    problem_words varchar(1000),
    started_at timestamp(6) with time zone not null,
    started_account bigint,
    started_name varchar(200) not null,
    ended_at timestamp(6) with time zone,
    audited boolean not null
);
create index archive_run_newest on archive_run (started_at);
create index archive_run_of on archive_run (slug, kind, started_at);
