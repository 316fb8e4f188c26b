-- Which allegations the letter of one round puts to the subject: only of those can anybody say that they could answer them.
create table removal_allegation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references removal_request(id),
    round_number integer not null,
    allegation_id bigint not null references allegation(id)
);
create unique index removal_allegation_once on removal_allegation (board, request_id, round_number, allegation_id);
create index removal_allegation_of on removal_allegation (board, allegation_id);

create table cooperation_allegation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    request_id bigint not null references cooperation_request(id),
    round_number integer not null,
    allegation_id bigint not null references allegation(id)
);
create unique index cooperation_allegation_once on cooperation_allegation (board, request_id, round_number, allegation_id);
create index cooperation_allegation_of on cooperation_allegation (board, allegation_id);
