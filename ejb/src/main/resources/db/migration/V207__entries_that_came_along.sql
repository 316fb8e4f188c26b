-- Up to there a chain came from another installation, whose numbers of accounts are other people's here.
alter table audit_chain add came_along bigint default 0 not null;
