-- In each round of a request there is one answer, one look at each item, one decision of a kind, one meeting, one end of an
-- access; a file is kept with its answer once. What was there twice before keeps its row and is numbered.
alter table removal_reply add column duplicate_no integer default 0 not null;
update removal_reply set duplicate_no = (select count(*) from removal_reply other where other.board = removal_reply.board
    and other.request_id = removal_reply.request_id
    and other.round_number = removal_reply.round_number and other.id < removal_reply.id);
create unique index removal_reply_once on removal_reply (board, request_id, round_number, duplicate_no);
alter table removal_reply_file add column duplicate_no integer default 0 not null;
update removal_reply_file set duplicate_no = (select count(*) from removal_reply_file other where other.board = removal_reply_file.board
    and other.document_id = removal_reply_file.document_id and other.id < removal_reply_file.id);
create unique index removal_file_once on removal_reply_file (board, document_id, duplicate_no);
alter table removal_sighting add column duplicate_no integer default 0 not null;
update removal_sighting set duplicate_no = (select count(*) from removal_sighting other where other.board = removal_sighting.board
    and other.request_id = removal_sighting.request_id
    and other.item_number = removal_sighting.item_number
    and other.round_number = removal_sighting.round_number and other.id < removal_sighting.id);
create unique index removal_sighting_once on removal_sighting (board, request_id, item_number, round_number, duplicate_no);
alter table removal_decision add column duplicate_no integer default 0 not null;
update removal_decision set duplicate_no = (select count(*) from removal_decision other where other.board = removal_decision.board
    and other.request_id = removal_decision.request_id
    and other.round_number = removal_decision.round_number and other.id < removal_decision.id);
create unique index removal_decision_once on removal_decision (board, request_id, round_number, duplicate_no);
alter table cooperation_reply add column duplicate_no integer default 0 not null;
update cooperation_reply set duplicate_no = (select count(*) from cooperation_reply other where other.board = cooperation_reply.board
    and other.request_id = cooperation_reply.request_id
    and other.round_number = cooperation_reply.round_number and other.id < cooperation_reply.id);
create unique index cooperation_reply_once on cooperation_reply (board, request_id, round_number, duplicate_no);
alter table cooperation_reply_file add column duplicate_no integer default 0 not null;
update cooperation_reply_file set duplicate_no = (select count(*) from cooperation_reply_file other where other.board = cooperation_reply_file.board
    and other.document_id = cooperation_reply_file.document_id and other.id < cooperation_reply_file.id);
create unique index cooperation_file_once on cooperation_reply_file (board, document_id, duplicate_no);
alter table cooperation_decision add column duplicate_no integer default 0 not null;
update cooperation_decision set duplicate_no = (select count(*) from cooperation_decision other where other.board = cooperation_decision.board
    and other.request_id = cooperation_decision.request_id
    and other.round_number = cooperation_decision.round_number
    and other.kind = cooperation_decision.kind and other.id < cooperation_decision.id);
create unique index cooperation_decision_once on cooperation_decision (board, request_id, round_number, kind, duplicate_no);
alter table cooperation_meeting add column duplicate_no integer default 0 not null;
update cooperation_meeting set duplicate_no = (select count(*) from cooperation_meeting other where other.board = cooperation_meeting.board
    and other.request_id = cooperation_meeting.request_id
    and other.round_number = cooperation_meeting.round_number and other.id < cooperation_meeting.id);
create unique index cooperation_meeting_once on cooperation_meeting (board, request_id, round_number, duplicate_no);
alter table cooperation_access add column duplicate_no integer default 0 not null;
update cooperation_access set duplicate_no = (select count(*) from cooperation_access other where other.board = cooperation_access.board
    and other.request_id = cooperation_access.request_id
    and other.round_number = cooperation_access.round_number and other.id < cooperation_access.id);
create unique index cooperation_access_once on cooperation_access (board, request_id, round_number, duplicate_no);
alter table evidence_item add column duplicate_no integer default 0 not null;
update evidence_item set duplicate_no = (select count(*) from evidence_item other where other.board = evidence_item.board
    and other.document_id = evidence_item.document_id and other.id < evidence_item.id);
create unique index evidence_file_once on evidence_item (board, document_id, duplicate_no);
