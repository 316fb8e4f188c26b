-- The list of people is read in its order, and for each of them the cases that name them. The board stands in it the other way
-- round than in its own index, without which H2 reads that one and sorts.
drop index person_of_board;
create index person_by_name on person (board desc, name, id);
create index party_of_person on party (board, person_id, reference);
create index person_by_key on person (board, name_key);
