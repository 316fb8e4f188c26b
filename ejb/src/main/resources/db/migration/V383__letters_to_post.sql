-- A letter that its reader cannot open in the portal is posted or brought; it counts from the day of service on.
create table letter_posting (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    document_id bigint not null references document(id),
    wanted_at timestamp(6) with time zone not null,
    means varchar(10),
    given_on date,
    served_on date,
    recorded_at timestamp(6) with time zone,
    recorded_by varchar(200),
    constraint letter_posting_given_on_kept check (given_on between date '1900-01-01' and date '2199-12-31'),
    constraint letter_posting_served_on_kept check (served_on between date '1900-01-01' and date '2199-12-31')
);
create unique index letter_posting_once on letter_posting (board, document_id);
create index letter_posting_of_case on letter_posting (board, reference);
