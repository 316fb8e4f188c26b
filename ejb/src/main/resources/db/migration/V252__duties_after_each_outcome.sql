-- Which outcome a check of the duties looked at, and which outcomes ask for one: later ones too. A check says who told the barring
-- service and the regulators, or why nobody did; a person may have more regulators than one.
alter table referral_outcome add column asks_duties boolean default false not null;
alter table duty_check add column outcome_no integer default 1 not null;
alter table duty_check add column dbs_referred_by varchar(200);
alter table duty_check add column dbs_referred_on date;
alter table duty_check add column dbs_reference varchar(200);
alter table duty_check add column dbs_why_not varchar(4000);
alter table duty_check add column regulator_why_not varchar(4000);
alter table duty_check add constraint duty_check_dbs_referred_on_kept
    check (dbs_referred_on between date '1900-01-01' and date '2199-12-31');
update duty_check set outcome_no = coalesce((select max(o.outcome_no) from referral_outcome o where o.board = duty_check.board
    and o.referral_id = duty_check.referral_id and o.signed_at <= duty_check.signed_at), 1);
update referral_outcome set asks_duties = true
    where result in ('WARNING', 'FINAL_WARNING', 'DISMISSAL', 'RESIGNED', 'OTHER')
    and not exists (select 1 from duty_check d where d.board = referral_outcome.board and d.referral_id = referral_outcome.referral_id);
update referral_outcome set asks_duties = true
    where exists (select 1 from duty_check d join referral_outcome checked on checked.board = d.board and checked.referral_id = d.referral_id
    and checked.outcome_no = d.outcome_no where d.board = referral_outcome.board and d.referral_id = referral_outcome.referral_id
    and d.outcome_no < referral_outcome.outcome_no and checked.result <> referral_outcome.result);
alter table referral_outcome alter column asks_duties drop default;
alter table duty_check alter column outcome_no drop default;
alter table duty_check drop constraint duty_check_referral;
create unique index duty_check_once on duty_check (board, referral_id, outcome_no);

create table told_regulator (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    check_id bigint not null references duty_check (id),
    regulator varchar(20) not null,
    told_on date,
    constraint told_regulator_told_on_kept check (told_on between date '1900-01-01' and date '2199-12-31')
);
create unique index told_regulator_once on told_regulator (board, check_id, regulator);
insert into told_regulator (id, board, version, check_id, regulator, told_on)
    select id, board, 0, id, regulator, regulator_told_on from duty_check where regulator is not null;
alter table duty_check drop constraint duty_check_regulator_told_on_kept;
alter table duty_check drop column regulator;
alter table duty_check drop column regulator_told_on;
