-- Whoever shares an organisation or a name with somebody in a case says why that is no conflict, once for each such person.
create table conflict_answer (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    account_id bigint not null references account(id),
    person_id bigint not null references person(id),
    reasons varchar(1000) not null,
    answered_at timestamp(6) with time zone not null,
    constraint conflict_answered_once unique (board, reference, account_id, person_id)
);
