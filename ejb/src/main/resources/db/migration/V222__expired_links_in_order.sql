-- Those that have long expired are forgotten, the oldest first.
create index one_time_link_expired on one_time_link (expires_at);
