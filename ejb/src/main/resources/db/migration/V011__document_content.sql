create table document_content (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    document_id bigint not null unique references document(id),
    bytes ${bytes} not null
);
