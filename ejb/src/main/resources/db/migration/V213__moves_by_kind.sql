-- How often an employer has told of its progress is asked before each: the index knows, without the words.
create index referral_move_kind on referral_move (board, referral_id, kind);
