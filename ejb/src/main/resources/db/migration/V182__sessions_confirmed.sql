-- When somebody last showed, in this session, who they are.
alter table account_session add column confirmed_at timestamp(6) with time zone;
