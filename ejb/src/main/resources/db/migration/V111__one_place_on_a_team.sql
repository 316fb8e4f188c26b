-- A member has one place on a team at most. Requests sent together had given them several: who was taken off had left them
-- all, a case that is open to everybody has no team, and of several places the first counts.
update team_place set left_at = current_timestamp, left_by = 'Probity', left_reason = 'Left together with another place'
    where left_at is null and exists (select 1 from team_place other where other.board = team_place.board
        and other.reference = team_place.reference and other.account_id = team_place.account_id
        and other.id <> team_place.id and other.left_at >= team_place.since);
update team_place set left_at = current_timestamp, left_by = 'Probity', left_reason = 'The case is open to everybody'
    where left_at is null and not exists (select 1 from restriction standing where standing.board = team_place.board
        and standing.reference = team_place.reference and standing.ended_at is null);
update team_place set left_at = current_timestamp, left_by = 'Probity', left_reason = 'They had a place already'
    where left_at is null and exists (select 1 from team_place other where other.board = team_place.board
        and other.reference = team_place.reference and other.account_id = team_place.account_id
        and other.left_at is null and other.id < team_place.id);
alter table team_place add column open_reference varchar(30)
    generated always as (case when left_at is null then reference end) ${stored};
create unique index team_place_once on team_place (board, open_reference, account_id);
