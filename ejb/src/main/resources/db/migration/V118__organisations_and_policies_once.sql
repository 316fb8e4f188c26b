-- One partner of a name, in whatever case it is written, and one policy of a title and version. What was there twice before
-- keeps its row and is numbered.
alter table organisation add column duplicate_no integer default 0 not null;
update organisation set duplicate_no = (select count(*) from organisation other where other.board = organisation.board
    and lower(other.name) = lower(organisation.name) and other.id < organisation.id);
alter table organisation add column name_key varchar(200) generated always as (lower(name)) ${stored};
create unique index organisation_once on organisation (board, name_key, duplicate_no);
alter table policy add column duplicate_no integer default 0 not null;
update policy set duplicate_no = (select count(*) from policy other where other.board = policy.board
    and other.title = policy.title and other.policy_version = policy.policy_version and other.id < policy.id);
create unique index policy_once on policy (board, title, policy_version, duplicate_no);
