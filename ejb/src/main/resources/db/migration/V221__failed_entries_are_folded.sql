-- Sign-ins that failed are folded as other denied attempts are, each under its own act.
alter table denial add column act varchar(60) default 'audit.denied' not null;
