-- The day in which a board's administrators can stop a wipe begins when a mail has left that tells them, and not when it was asked for; of
-- what was asked for before, when the last of those had left, and not at all where none is known to have.
alter table wipe_request add column warning_key varchar(200);
alter table wipe_request add column warned_at timestamp(6) with time zone;
update wipe_request set warning_key = 'archive.wipe/' || slug || '/before/';
update wipe_request set warned_at = (select max(m.ended_at) from mail m where m.board = wipe_request.slug and m.template = 'account.wipeAsked'
    and m.status = 'SENT' and m.queued_at >= wipe_request.signed_at) where open_slug is not null;
alter table wipe_request alter column warning_key set not null;
