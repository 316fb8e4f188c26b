-- Whoever works on a case asks its reporter, who comes back for the question by their code. The answer is a note of theirs, one for each question.
create table reporter_question (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    reference varchar(30) not null,
    words varchar(1000) not null,
    asked_by varchar(200) not null,
    asked_at timestamp(6) with time zone not null,
    withdrawn_by varchar(200),
    withdrawn_at timestamp(6) with time zone
);
create index reporter_question_of_case on reporter_question (board, reference);
alter table note add column question_id bigint references reporter_question(id);
create unique index note_answers_once on note (board, question_id);
