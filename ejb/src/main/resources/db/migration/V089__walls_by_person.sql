-- What is hidden from one person, and what they are on the team of, is found without reading what is hidden from everybody else.
create index wall_of_account on wall (board, account_id, reference);
create index team_place_of_account on team_place (board, account_id, left_at, reference);
create index restriction_standing on restriction (board, ended_at, reference);
