-- Which concerns came in within an hour is asked at each that a stranger reports.
create index concern_received on concern (board, received_at);
