-- Cases that stand still are looked for every hour.
create index investigation_paused on investigation (board, paused_at);
