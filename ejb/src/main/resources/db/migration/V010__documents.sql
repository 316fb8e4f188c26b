create table document (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    kind varchar(20) not null,
    title varchar(300) not null,
    file_name varchar(200) not null,
    file_type varchar(10) not null,
    byte_size bigint not null,
    sha256 varchar(64) not null,
    language varchar(2),
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null
);
create index document_of_case on document (board, reference, created_at);
