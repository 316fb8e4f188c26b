-- Who steps aside says why, in their own words.
alter table wall add column words varchar(1000);
