alter table account add column second_factor_since timestamp(6) with time zone;
create table second_factor (
    account_id bigint primary key references account(id),
    version integer not null,
    sealed_secret varchar(200) not null,
    made_at timestamp(6) with time zone not null,
    confirmed_at timestamp(6) with time zone,
    last_step bigint not null,
    failures integer not null,
    locked_until timestamp(6) with time zone
);
create table recovery_code (
    id bigint primary key,
    version integer not null,
    account_id bigint not null references account(id),
    code_print varchar(64) not null,
    used_at timestamp(6) with time zone
);
create index recovery_code_of on recovery_code (account_id);
-- Roles whose members need a second factor at this board, comma-separated.
alter table board add column second_factor_roles varchar(200) default '' not null;
