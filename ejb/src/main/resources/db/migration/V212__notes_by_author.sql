-- How many notes of a case are the reporter's is asked before each: the index knows, without the words.
create index note_by_author on note (board, reference, author);
