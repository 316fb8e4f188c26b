-- A new passphrase or a second factor set aside makes every earlier token of the account void, at all boards at once.
alter table account add column tokens_void_before timestamp(6) with time zone;
