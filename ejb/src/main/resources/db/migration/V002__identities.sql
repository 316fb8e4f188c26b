create table account (
    id bigint primary key,
    version integer not null,
    username varchar(200) not null unique,
    display_name varchar(200) not null,
    email varchar(254) not null,
    password_hash varchar(500) not null,
    language varchar(2) not null,
    is_operator boolean not null,
    failures integer not null,
    locked_until timestamp(6) with time zone
);

create table account_board (
    account_id bigint not null references account(id),
    board varchar(30) not null references board(slug),
    primary key (account_id, board)
);

create table organisation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    name varchar(200) not null,
    name_cy varchar(200),
    contact_email varchar(254) not null
);
create index organisation_of_board on organisation (board, name);

create table member (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    account_id bigint not null references account(id),
    name varchar(200) not null,
    email varchar(254) not null,
    roles varchar(200) not null,
    organisation_id bigint references organisation(id),
    unique (board, account_id)
);

create table person (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    name varchar(200) not null,
    email varchar(254),
    job_title varchar(200),
    organisation_id bigint references organisation(id),
    account_id bigint references account(id),
    language varchar(2) not null,
    left_on date
);
create index person_of_board on person (board, name);

create table api_token (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    token_hash varchar(64) not null unique,
    account_id bigint not null references account(id),
    name varchar(100) not null,
    expires_at timestamp(6) with time zone
);

create table wall (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    account_id bigint not null references account(id),
    reason varchar(40) not null,
    since timestamp(6) with time zone not null,
    unique (board, reference, account_id)
);

create table replay (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    replay_key varchar(300) not null,
    fingerprint varchar(64) not null,
    status integer not null,
    location varchar(400),
    body varchar(20000),
    since timestamp(6) with time zone not null,
    unique (board, replay_key)
);
