create table account_identity (
    id bigint primary key,
    version integer not null,
    account_id bigint not null references account(id),
    issuer varchar(500) not null,
    client_id varchar(200) not null,
    subject varchar(255) not null,
    since timestamp(6) with time zone not null,
    last_used timestamp(6) with time zone not null,
    unique (issuer, subject)
);
create index identity_of_account on account_identity (account_id);
