-- A version ends the one that it follows. Of one title each version follows the one before it; of two of the same day the later published counts.
alter table policy add column follows_id bigint;
update policy set follows_id = (select before.id from policy before where before.board = policy.board and before.title = policy.title
    and (before.in_force_from < policy.in_force_from or before.in_force_from = policy.in_force_from and before.id < policy.id)
    order by before.in_force_from desc, before.id desc limit 1);
update policy set in_force_until = (select greatest(date '1900-01-01', cast(later.in_force_from - interval '1' day as date)) from policy later
    where later.board = policy.board and later.follows_id = policy.id)
    where in_force_until is null and exists (select 1 from policy later where later.board = policy.board and later.follows_id = policy.id);
create unique index policy_followed_once on policy (board, follows_id);
