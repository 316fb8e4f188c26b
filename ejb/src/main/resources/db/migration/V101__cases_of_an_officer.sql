-- When an officer leaves, their cases are looked up.
create index investigation_of_officer on investigation (board, officer_id);
