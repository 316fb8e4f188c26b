-- What the subject answered, what officers saw, and what people decided.
create table removal_reply (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    round_number integer not null,
    answer varchar(20) not null,
    channel varchar(20) not null,
    words varchar(4000),
    asked_until date,
    late boolean not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index removal_reply_of_request on removal_reply (board, request_id, id);

create table removal_reply_file (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    reply_id bigint not null references removal_reply(id),
    document_id bigint not null references document(id)
);
create index removal_file_of_request on removal_reply_file (board, request_id, id);

create table removal_sighting (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    item_number integer not null,
    round_number integer not null,
    seen varchar(20) not null,
    note varchar(1000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index removal_sighting_of_request on removal_sighting (board, request_id, id);

create table removal_decision (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    round_number integer not null,
    kind varchar(20) not null,
    result varchar(20) not null,
    reasons varchar(4000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index removal_decision_of_request on removal_decision (board, request_id, id);
