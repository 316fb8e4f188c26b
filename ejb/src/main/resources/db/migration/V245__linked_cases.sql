-- That a case is about the same thing as an earlier one; told at both, to whoever sees both.
create table case_link (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    reference varchar(30) not null,
    other varchar(30) not null,
    kind varchar(20) not null,
    linked_by varchar(200) not null,
    linked_at timestamp(6) with time zone not null
);
create unique index case_link_once on case_link (board, reference, other, kind);
create index case_link_other on case_link (board, other);
