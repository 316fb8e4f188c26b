-- A request to help an investigation; asking again is a new round. No column holds a password.
create table cooperation_request (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    subject_id bigint not null references person(id),
    policy_day date not null,
    kind varchar(20) not null,
    ask varchar(4000) not null,
    ground varchar(4000) not null,
    scope varchar(4000),
    status varchar(20) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    reply_by timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index cooperation_of_case on cooperation_request (board, reference, id);
create index cooperation_of_person on cooperation_request (board, subject_id, id);

create table cooperation_round (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    number integer not null,
    why varchar(20) not null,
    reasons varchar(4000),
    reply_by timestamp(6) with time zone not null,
    meeting_at timestamp(6) with time zone,
    place varchar(500),
    sent_at timestamp(6) with time zone,
    letter_id bigint references document(id),
    reminders integer not null,
    overdue_at timestamp(6) with time zone,
    unique (request_id, number)
);
create index cooperation_round_of_request on cooperation_round (board, request_id, number);
