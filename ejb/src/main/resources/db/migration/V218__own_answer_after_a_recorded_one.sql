-- Where somebody else recorded an answer, the subject's own may follow it in the same round, and is kept beside it.
alter table removal_reply add column answer_no integer default 1 not null;
drop index removal_reply_once;
create unique index removal_reply_once on removal_reply (board, request_id, round_number, answer_no, duplicate_no);
alter table cooperation_reply add column answer_no integer default 1 not null;
drop index cooperation_reply_once;
create unique index cooperation_reply_once on cooperation_reply (board, request_id, round_number, answer_no, duplicate_no);
