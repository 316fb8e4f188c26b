-- A second factor makes every earlier token of the account void. Of those that were set up before it did so, this was never said.
update account set tokens_void_before = second_factor_since
    where second_factor_since is not null and (tokens_void_before is null or tokens_void_before < second_factor_since);
