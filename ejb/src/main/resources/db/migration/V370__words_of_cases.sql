-- By which words a case is found, folded as names are: of its reference and its title, of whom it is about, and of what its reporter said.
-- Words that begin alike lie beside each other, in whatever language the database sorts.
create table case_word (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    investigation_id bigint not null references investigation(id),
    word varchar(40) ${bytewise} not null,
    source varchar(20) not null
);
create unique index case_word_once on case_word (board, investigation_id, word, source);
create index case_word_begins on case_word (board, word, investigation_id);
