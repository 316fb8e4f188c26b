-- The day in which its owner can stop it begins when the mail leaves that tells them; what was asked for before this began when asked.
alter table factor_reset add column awaits_mail varchar(200);
