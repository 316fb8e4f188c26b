-- H2 reads no index backwards, and the newest cases stand first in their list.
drop index investigation_newest;
create index investigation_newest on investigation (board desc, opened_at desc, id desc);
