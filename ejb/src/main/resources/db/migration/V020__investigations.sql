create table case_number (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    case_year integer not null,
    last_number integer not null,
    unique (board, case_year)
);

create table concern (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    receipt_hash varchar(64) not null unique,
    reference varchar(30) not null,
    received_at timestamp(6) with time zone not null,
    what varchar(4000) not null,
    platform varchar(100),
    address varchar(1000),
    posted_on date,
    how_noticed varchar(1000),
    subject_name varchar(200),
    subject_organisation varchar(200),
    reporter_name varchar(200),
    reporter_contact varchar(254),
    immediate_danger boolean not null,
    indecent_image boolean not null,
    grooming boolean not null,
    language varchar(2) not null,
    unique (board, reference)
);

create table investigation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    title varchar(200) not null,
    stage varchar(20) not null,
    opened_at timestamp(6) with time zone not null,
    posted_on date,
    severity varchar(20),
    decision varchar(20),
    officer_id bigint references member(id),
    subject_id bigint references person(id),
    subject_name varchar(200),
    hard_stop boolean not null,
    contact_allowed boolean not null,
    evidence_preserved_at timestamp(6) with time zone,
    paused_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    retain_until date,
    unique (board, reference)
);
create index investigation_newest on investigation (board, opened_at, id);
create index investigation_of_subject on investigation (board, subject_id);

create table party (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    person_id bigint not null references person(id),
    kind varchar(20) not null,
    since timestamp(6) with time zone not null,
    unique (board, reference, person_id, kind)
);

create table allegation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    investigation_id bigint not null references investigation(id),
    clause_id bigint not null references clause(id),
    clause_number varchar(30) not null
);
create index allegation_of_case on allegation (board, investigation_id);

create table involvement (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    investigation_id bigint not null references investigation(id),
    member_id bigint not null references member(id),
    capacity varchar(20) not null,
    since timestamp(6) with time zone not null,
    unique (board, investigation_id, member_id, capacity)
);

create table stage_change (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    investigation_id bigint not null references investigation(id),
    from_stage varchar(20) not null,
    to_stage varchar(20) not null,
    at_time timestamp(6) with time zone not null,
    by_name varchar(200) not null,
    reasons varchar(4000)
);
create index stage_change_of_case on stage_change (board, investigation_id);

create table note (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    words varchar(4000) not null,
    author varchar(20) not null,
    author_name varchar(200) not null,
    written_at timestamp(6) with time zone not null
);
create index note_of_case on note (board, reference);

create table closure (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    investigation_id bigint not null references investigation(id),
    summary varchar(4000) not null,
    learning varchar(4000) not null,
    retain_until date not null,
    closed_at timestamp(6) with time zone not null,
    closed_by varchar(200) not null
);
create index closure_of_case on closure (board, investigation_id);
