-- Since when somebody is with their organisation, and what was said at triage of whether they were on the day of the post.
alter table person add column joined_on date;
alter table person add constraint person_joined_on_kept check (joined_on between date '1900-01-01' and date '2199-12-31');
create table in_post_answer (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    reference varchar(30) not null,
    answer varchar(20) not null,
    reasons varchar(1000),
    answered_by varchar(200) not null,
    answered_at timestamp(6) with time zone not null
);
create index in_post_of_case on in_post_answer (board, reference);
