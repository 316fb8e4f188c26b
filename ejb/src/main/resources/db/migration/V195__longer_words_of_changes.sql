-- What is set of a provider is told to its second person whole.
alter table power_change alter column said_before set data type varchar(3000);
alter table power_change alter column said_after set data type varchar(3000);
