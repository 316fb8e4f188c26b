-- a pack calls what is held back by kind and number; which item of the case that was stays known here
alter table pack_line add column source_title varchar(300);
