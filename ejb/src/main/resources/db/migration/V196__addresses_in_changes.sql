-- A second person sees the mailbox of whom they give power, not only a name that may be invented.
alter table power_change add column about_email varchar(254);
update power_change set about_email = (select i.email from invitation i where i.id = power_change.invitation_id) where invitation_id is not null;
update power_change set about_email = (select m.email from member m where m.id = power_change.member_id) where member_id is not null;
