create table gate_answer (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    gate varchar(30) not null,
    answer_json varchar(8000) not null,
    reasons varchar(4000),
    answered_at timestamp(6) with time zone not null,
    answered_by varchar(200) not null
);
create index gate_answer_of_case on gate_answer (board, reference);
