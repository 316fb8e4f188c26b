-- What the subject answered, what people decided, and what took place.
create table cooperation_reply (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    round_number integer not null,
    answer varchar(20) not null,
    channel varchar(20) not null,
    words varchar(4000),
    companion varchar(200),
    adjustments varchar(1000),
    language varchar(2),
    late boolean not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index cooperation_reply_of_request on cooperation_reply (board, request_id, id);

create table cooperation_reply_file (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    reply_id bigint not null references cooperation_reply(id),
    document_id bigint not null references document(id)
);
create index cooperation_file_of_request on cooperation_reply_file (board, request_id, id);

create table cooperation_decision (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    round_number integer not null,
    kind varchar(20) not null,
    result varchar(20) not null,
    reasons varchar(4000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index cooperation_decision_of_request on cooperation_decision (board, request_id, id);

create table cooperation_meeting (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    round_number integer not null,
    held_at timestamp(6) with time zone not null,
    who_was_there varchar(1000) not null,
    minutes varchar(4000) not null,
    minutes_long integer,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index cooperation_meeting_of_request on cooperation_meeting (board, request_id, id);

create table cooperation_access (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    round_number integer not null,
    given_at timestamp(6) with time zone not null,
    access_ended_at timestamp(6) with time zone not null,
    password_changed boolean not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index cooperation_access_of_request on cooperation_access (board, request_id, id);
