-- A line of a pack is begun anew in the next round where its source says something else by then.
alter table pack_line add column source_print varchar(64);
