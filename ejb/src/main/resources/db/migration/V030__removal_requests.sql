-- A request to take content down or to close an account; asking again is a new round, looking again a new sighting.
create table removal_request (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    subject_id bigint not null references person(id),
    policy_day date not null,
    status varchar(20) not null,
    what_was_said varchar(4000) not null,
    tone varchar(4000) not null,
    audience varchar(4000) not null,
    work_mentioned varchar(4000) not null,
    effect varchar(4000) not null,
    past_record varchar(4000) not null,
    less_intrusive varchar(4000) not null,
    conclusion varchar(4000) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    reply_by timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index removal_of_case on removal_request (board, reference, id);
create index removal_of_person on removal_request (board, subject_id, id);

create table removal_item (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    number integer not null,
    kind varchar(20) not null,
    address varchar(2000) not null,
    description varchar(1000),
    clause varchar(30) not null,
    said_removed boolean not null,
    last_seen varchar(20),
    unique (request_id, number)
);
create index removal_item_of_request on removal_item (board, request_id, number);

create table removal_round (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    number integer not null,
    why varchar(20) not null,
    reasons varchar(4000),
    reply_by timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone,
    letter_id bigint references document(id),
    reminded_at timestamp(6) with time zone,
    overdue_at timestamp(6) with time zone,
    unique (request_id, number)
);
create index removal_round_of_request on removal_round (board, request_id, number);
