-- Kept answers are forgotten by their age.
create index replay_by_age on replay (board, since);
