-- Who says who members are, and what of it counts as a second factor, is a change of power too: what was set, and is to be set.
alter table power_change add column said_before varchar(1300);
alter table power_change add column said_after varchar(1300);
