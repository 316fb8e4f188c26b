-- A place on a team does not outlast its membership. Whom a restored board has asked to join again keeps theirs until they answer.
update team_place set left_at = current_timestamp, left_by = 'Probity', left_reason = 'No member of the board any more'
    where left_at is null and exists (select 1 from member m where m.id = team_place.member_id and m.ended_at is not null
        and not exists (select 1 from invitation i where i.board = m.board and i.ended_at is null and i.signed_name = 'Probity'
            and i.email = (select lower(a.username) from account a where a.id = m.account_id)));
