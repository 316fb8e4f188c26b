-- One set per round; one finding per allegation; one review per set, by somebody who did not investigate.
create table finding_set (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    reference varchar(30) not null,
    round_no integer not null,
    status varchar(20) not null,
    refer boolean not null,
    organisation_id bigint references organisation (id),
    referral_reasons varchar(4000),
    weighing varchar(4000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    constraint finding_set_round unique (board, reference, round_no)
);

create table finding (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    set_id bigint not null references finding_set (id),
    allegation_id bigint not null,
    clause varchar(30) not null,
    result varchar(20) not null,
    reasons varchar(4000) not null,
    constraint finding_allegation unique (set_id, allegation_id)
);

create table finding_review (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    set_id bigint not null references finding_set (id),
    agreed boolean not null,
    reasons varchar(4000) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    constraint finding_review_set unique (set_id)
);
