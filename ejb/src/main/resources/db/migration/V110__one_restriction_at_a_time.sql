-- A case has one open restriction at most. Requests sent together had opened several: whoever lifted one meant all of them,
-- what nobody is on the team of nobody could lift any more, and of several that still stand the first counts.
update restriction set ended_at = current_timestamp, ended_by = 'Probity', end_reason = 'Lifted together with another of this case'
    where ended_at is null and exists (select 1 from restriction other where other.board = restriction.board
        and other.reference = restriction.reference and other.id <> restriction.id and other.ended_at >= restriction.since);
update restriction set ended_at = current_timestamp, ended_by = 'Probity', end_reason = 'Nobody was left on its team'
    where ended_at is null and not exists (select 1 from team_place place where place.board = restriction.board
        and place.reference = restriction.reference and place.left_at is null and not exists (select 1 from team_place other
            where other.board = place.board and other.reference = place.reference and other.account_id = place.account_id
                and other.left_at >= place.since));
update restriction set ended_at = current_timestamp, ended_by = 'Probity', end_reason = 'Another stood already'
    where ended_at is null and exists (select 1 from restriction other where other.board = restriction.board
        and other.reference = restriction.reference and other.ended_at is null and other.id < restriction.id);
alter table restriction add column open_reference varchar(30)
    generated always as (case when ended_at is null then reference end) ${stored};
create unique index restriction_once on restriction (board, open_reference);
