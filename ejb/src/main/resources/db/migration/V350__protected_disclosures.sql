-- That a case may be a protected disclosure (000 cl. 3.7) is a row that stays: one at a time stands undecided. Each decision on it is kept.
create table protected_disclosure (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    disclosure_no integer not null,
    words varchar(4000) not null,
    treatment varchar(20),
    advice_held boolean not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    open_reference varchar(30) generated always as (case when treatment is null then reference end) ${stored}
);
create unique index protected_disclosure_once on protected_disclosure (board, open_reference);
create unique index protected_disclosure_number_once on protected_disclosure (board, reference, disclosure_no);
create table disclosure_decision (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    disclosure_id bigint not null references protected_disclosure(id),
    decision_no integer not null,
    treatment varchar(20) not null,
    reasons varchar(4000) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create unique index disclosure_decision_once on disclosure_decision (board, disclosure_id, decision_no);
