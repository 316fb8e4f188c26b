-- A second factor that is still set up belongs to the session that began; nobody knows which one that was for those that are there.
delete from second_factor where confirmed_at is null;
alter table second_factor add column session_id bigint references account_session(id);
