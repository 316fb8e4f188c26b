create table evidence_item (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    kind varchar(20) not null,
    title varchar(200) not null,
    source_address varchar(1000),
    captured_at timestamp(6) with time zone,
    how varchar(1000),
    document_id bigint,
    sha256 varchar(64),
    added_at timestamp(6) with time zone not null,
    added_by varchar(200) not null
);
create index evidence_of_case on evidence_item (board, reference);

create table custody_event (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    evidence_id bigint not null references evidence_item(id),
    kind varchar(20) not null,
    at_time timestamp(6) with time zone not null,
    by_name varchar(200) not null
);
create index custody_of_evidence on custody_event (board, evidence_id);
