-- A token opens what its maker's membership opened on the day it was made, and no role given later.
alter table api_token add column member_id bigint references member(id);
alter table api_token add column roles varchar(200) default '' not null;
update api_token set member_id = (select m.id from member m where m.board = api_token.board and m.account_id = api_token.account_id);
update api_token set roles = coalesce((select m.roles from member m where m.id = api_token.member_id), '');
update api_token set revoked_at = current_timestamp, revoked_name = 'Probity' where revoked_at is null
    and not exists (select 1 from member m where m.id = api_token.member_id and m.ended_at is null);
