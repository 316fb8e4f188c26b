create sequence probity_id start with 1 increment by 50;

create table board (
    slug varchar(30) primary key,
    name varchar(200) not null,
    name_cy varchar(200),
    prefix varchar(12) not null unique,
    country varchar(20) not null,
    accent varchar(7) not null,
    bilingual boolean not null,
    contact_email varchar(254) not null,
    removal_days integer not null,
    reminder_days integer not null,
    cooperation_days integer not null,
    acknowledgement_days integer not null,
    chaser_days integer not null,
    progress_days integer not null,
    investigation_days integer not null,
    retention_years integer not null
);
