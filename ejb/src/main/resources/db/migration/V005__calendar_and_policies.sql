create table closed_day (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    closed_on date not null,
    name varchar(200) not null,
    unique (board, closed_on)
);

create table policy (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    title varchar(200) not null,
    title_cy varchar(200),
    policy_version varchar(30) not null,
    source varchar(300) not null,
    in_force_from date not null,
    in_force_until date,
    review_on date
);
create index policy_in_force on policy (board, in_force_from);

create table clause (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    policy_id bigint not null references policy(id),
    clause_number varchar(30) not null,
    kind varchar(20) not null,
    strength varchar(20) not null,
    text_en varchar(2000) not null,
    text_cy varchar(2000),
    list_order integer not null,
    unique (board, policy_id, clause_number)
);

create table acknowledgement (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    policy_id bigint not null references policy(id),
    person_id bigint not null references person(id),
    acknowledged_on date not null,
    unique (board, policy_id, person_id)
);
