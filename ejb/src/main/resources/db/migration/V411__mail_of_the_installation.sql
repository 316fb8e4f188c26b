-- The installation writes to people who are members of no board; the board of such a mail is '-', no row of the table of boards. The
-- reference to that table has no name of its own, so the table is made anew.
create table mail_anew (
    id bigint primary key,
    board varchar(30) not null,
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
    sealed_secret varchar(400),
    desk_of varchar(30),
    subject_of varchar(30),
    held_at timestamp(6) with time zone,
    ordinary boolean default true not null
);
insert into mail_anew select id, board, version, mail_key, to_name, to_address, language, template, subject, body, message_id, status, attempts,
    queued_at, next_attempt_at, claimed_at, ended_at, last_error, sealed_secret, desk_of, subject_of, held_at, ordinary from mail;
drop table mail;
alter table mail_anew rename to mail;
alter table mail add constraint mail_once unique (board, mail_key);
create index mail_due on mail (board, status, ordinary, next_attempt_at, id);
create index mail_newest on mail (board, queued_at);
create index mail_of_desk on mail (board, desk_of, status);
create index mail_of_subject on mail (board, subject_of);
