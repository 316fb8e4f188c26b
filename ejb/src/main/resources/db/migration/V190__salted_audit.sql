-- Random bits that are sealed with an entry, and the proof of the hash that an entry had before it was given any.
alter table audit_entry add column salt varchar(22);
alter table audit_entry add column earlier_proof varchar(43);
