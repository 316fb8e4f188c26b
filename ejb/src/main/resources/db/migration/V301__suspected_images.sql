-- That an indecent image of a child is suspected can be said at any time; whoever must be told of it is told once more.
create table suspected_image (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    suspicion_no integer not null,
    words varchar(4000) not null,
    route varchar(20),
    external_reference varchar(200),
    told_json varchar(8000),
    told_at timestamp(6) with time zone,
    told_by varchar(200),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create unique index suspected_image_once on suspected_image (board, reference, suspicion_no);
