-- The day to stop it begins when the mail has left that tells of it, also for whoever is a member of no board: where none is known to have
-- left, it has not begun. Whoever asked for it before and has nobody who confirms it stops it and asks again.
alter table factor_reset add column warning_key varchar(200);
alter table factor_reset add column warned_at timestamp(6) with time zone;
update factor_reset set warning_key = coalesce(awaits_mail, 'account.factorResetAsked/' || account_id || '/before');
update factor_reset set warned_at = (select max(m.ended_at) from mail m where m.template = 'account.factorResetAsked' and m.status = 'SENT'
    and m.mail_key like 'account.factorResetAsked/' || factor_reset.account_id || '/%' and m.queued_at >= factor_reset.signed_at)
    where open_account is not null;
alter table factor_reset alter column warning_key set not null;
alter table factor_reset drop column awaits_mail;
alter table factor_reset drop column due_at;
