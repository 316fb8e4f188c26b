create table mail (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    mail_key varchar(200) not null,
    to_name varchar(200) not null,
    to_address varchar(254),
    language varchar(2) not null,
    template varchar(60) not null,
    subject varchar(300) not null,
    body varchar(4000) not null,
    message_id varchar(100) not null,
    status varchar(20) not null,
    attempts integer not null,
    queued_at timestamp(6) with time zone not null,
    next_attempt_at timestamp(6) with time zone not null,
    claimed_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    last_error varchar(500),
    constraint mail_once unique (board, mail_key)
);
create index mail_due on mail (board, status, next_attempt_at);
create index mail_newest on mail (board, queued_at);
