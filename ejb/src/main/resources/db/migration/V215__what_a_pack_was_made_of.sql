-- A lead approves a pack only while the case says what it said when the pack was put together.
alter table referral add column composed_of varchar(64);
