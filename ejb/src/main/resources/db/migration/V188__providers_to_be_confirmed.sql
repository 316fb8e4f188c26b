-- What is to be set of a board's provider once a second person has confirmed it.
create table sign_on_change (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    change_id bigint not null unique references power_change(id),
    provider_version integer,
    issuer varchar(500) not null,
    client_id varchar(200) not null,
    client_secret varchar(1500) not null,
    scopes varchar(300) not null,
    label varchar(100) not null,
    label_cy varchar(100),
    second_factor varchar(500),
    domains varchar(1000),
    switched_on boolean not null,
    passphrases_allowed boolean not null
);
