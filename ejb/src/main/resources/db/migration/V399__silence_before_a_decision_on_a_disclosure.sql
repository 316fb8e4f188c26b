-- Since when no silence of the subject of a case counts, as it may be a protected disclosure, and what had been given back before that.
alter table investigation add column unasked_since timestamp(6) with time zone;
alter table investigation add column given_before_unasked timestamp(6) with time zone;
alter table investigation add column stood_before_unasked varchar(2000);
update investigation set unasked_since = (select max(d.signed_at) from protected_disclosure d
        where d.board = investigation.board and d.reference = investigation.reference and (d.treatment is null or d.treatment = 'PROTECTED'))
    where exists (select 1 from protected_disclosure d where d.board = investigation.board and d.reference = investigation.reference
        and (d.treatment is null or d.treatment = 'PROTECTED'));
-- What ran out in open cases between that and the decision that it is none speaks for nobody: they have two weeks anew from now on.
update cooperation_meeting set say_by = current_timestamp + interval '14' day where said_at is null and exists (
    select 1 from cooperation_request r join investigation i on i.board = r.board and i.reference = r.reference
        join protected_disclosure d on d.board = r.board and d.reference = r.reference
        join disclosure_decision x on x.board = d.board and x.disclosure_id = d.id and x.treatment = 'NOT_PROTECTED'
    where r.id = cooperation_meeting.request_id and i.ended_at is null and d.treatment = 'NOT_PROTECTED'
        and d.signed_at <= cooperation_meeting.say_by and x.signed_at >= cooperation_meeting.say_by);
update cooperation_request set reply_by = current_timestamp + interval '14' day where status not in ('CLOSED', 'WITHDRAWN') and exists (
    select 1 from cooperation_reply o join cooperation_round n on n.request_id = o.request_id and n.number = o.round_number
        join investigation i on i.board = o.board and i.reference = cooperation_request.reference
        join protected_disclosure d on d.board = o.board and d.reference = cooperation_request.reference
        join disclosure_decision x on x.board = d.board and x.disclosure_id = d.id and x.treatment = 'NOT_PROTECTED'
    where o.request_id = cooperation_request.id and o.channel <> 'PORTAL' and o.answer in ('ANSWERED', 'DECLINED') and n.overdue_at is null
        and n.number = (select max(l.number) from cooperation_round l where l.request_id = cooperation_request.id)
        and i.ended_at is null and d.treatment = 'NOT_PROTECTED'
        and d.signed_at <= cooperation_request.reply_by and x.signed_at >= cooperation_request.reply_by);
update cooperation_round set reply_by = (select r.reply_by from cooperation_request r where r.id = cooperation_round.request_id)
    where number = (select max(l.number) from cooperation_round l where l.request_id = cooperation_round.request_id)
    and reply_by < current_timestamp and exists (select 1 from cooperation_request r where r.id = cooperation_round.request_id
        and r.reply_by > current_timestamp and r.reply_by > cooperation_round.reply_by);
update removal_request set reply_by = current_timestamp + interval '14' day where status not in ('CLOSED', 'WITHDRAWN') and exists (
    select 1 from removal_reply o join removal_round n on n.request_id = o.request_id and n.number = o.round_number
        join investigation i on i.board = o.board and i.reference = removal_request.reference
        join protected_disclosure d on d.board = o.board and d.reference = removal_request.reference
        join disclosure_decision x on x.board = d.board and x.disclosure_id = d.id and x.treatment = 'NOT_PROTECTED'
    where o.request_id = removal_request.id and o.channel <> 'PORTAL' and o.answer <> 'MORE_TIME' and n.overdue_at is null
        and n.number = (select max(l.number) from removal_round l where l.request_id = removal_request.id)
        and i.ended_at is null and d.treatment = 'NOT_PROTECTED'
        and d.signed_at <= removal_request.reply_by and x.signed_at >= removal_request.reply_by);
update removal_round set reply_by = (select r.reply_by from removal_request r where r.id = removal_round.request_id)
    where number = (select max(l.number) from removal_round l where l.request_id = removal_round.request_id)
    and reply_by < current_timestamp and exists (select 1 from removal_request r where r.id = removal_round.request_id
        and r.reply_by > current_timestamp and r.reply_by > removal_round.reply_by);
