-- Whoever cannot read the minutes of a meeting in the portal has them as a letter; their time to contradict begins once it is with them.
alter table cooperation_meeting add column letter_id bigint references document(id);
alter table cooperation_meeting add column say_days integer;
-- Nobody is heard by a time that they were not told of, or ran while they could not read what they were told of: they still may say so.
update cooperation_meeting set say_by = null where said_at is null and (
    not exists (select 1 from mail m where m.board = cooperation_meeting.board
        and m.mail_key = 'cooperation/' || cast(cooperation_meeting.request_id as varchar(20)) || '/minutes/' || cast(cooperation_meeting.round_number as varchar(20))
        and m.status not in ('FAILED', 'DROPPED'))
    or not exists (select 1 from cooperation_request r join person p on p.id = r.subject_id join member b on b.board = r.board and b.account_id = p.account_id
        where r.id = cooperation_meeting.request_id and (b.ended_at is null or b.ended_at > cooperation_meeting.say_by) and p.email is not null and p.email <> ''));
