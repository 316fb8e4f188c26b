-- Contents of documents are sealed with a key of their board, which is sealed with the installation's own.
create table content_key (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    key_number integer not null,
    reference varchar(30),
    sealed_secret varchar(200) not null,
    made_at timestamp(6) with time zone not null
);
create unique index content_key_once on content_key (board, key_number);
-- Null: the bytes are as they came, in an earlier release, and wait to be sealed.
alter table document_content add column key_number integer;
create index content_left_open on document_content (board, key_number);
