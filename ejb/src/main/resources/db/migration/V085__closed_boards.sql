-- A closed board lets nobody in: its operator is about to take it elsewhere.
alter table board add column closed_at timestamp(6) with time zone;
alter table board add column closed_by varchar(200);
