-- What somebody is, where a regulator registers those who are: a code of the country's practice pack. Of nobody is it known yet.
alter table person add column profession varchar(30);
