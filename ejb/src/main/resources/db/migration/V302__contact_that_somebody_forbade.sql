-- That somebody of the desk was told so: no gate takes it back by itself.
alter table investigation add column contact_forbidden boolean default false not null;
