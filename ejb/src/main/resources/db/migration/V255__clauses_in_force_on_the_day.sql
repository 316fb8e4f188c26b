-- What is alleged is alleged by the version that was in force on the day of the post, or of the report where nobody knows that. Until
-- versions ended those before them, an older one could be chosen: where nothing is agreed to yet, its clause gives way to the one of the
-- same number in the version that was. Versions of one title are those that follow each other.
create table clause_on_the_day as
select a.id as allegation_id, a.investigation_id, (select c.id from clause c join policy p on p.id = c.policy_id
        where p.board = old.board and p.title = old.title and c.clause_number = alleged.clause_number and c.kind in ('BREACH', 'RULE')
        and (p.in_force_from > old.in_force_from or p.in_force_from = old.in_force_from and p.id > old.id)
        and p.in_force_from <= d.day_of and (p.in_force_until is null or p.in_force_until >= d.day_of)
        order by p.in_force_from desc, p.id desc limit 1) as clause_id
    from allegation a join clause alleged on alleged.id = a.clause_id join policy old on old.id = alleged.policy_id
    join (select i.id, coalesce(i.posted_on,
            cast(substring(cast(i.opened_at at time zone 'Europe/London' as varchar(40)) from 1 for 10) as date)) as day_of
        from investigation i where i.stage not in ('CLOSED', 'WITHDRAWN') and not exists (select 1 from finding_set s
            where s.board = i.board and s.reference = i.reference and s.status = 'AGREED')) d on d.id = a.investigation_id
    where old.in_force_until < d.day_of;
-- What is alleged by both versions stays as it is.
update allegation set clause_id = (select t.clause_id from clause_on_the_day t where t.allegation_id = allegation.id)
    where id in (select t.allegation_id from clause_on_the_day t where t.clause_id is not null
        and not exists (select 1 from allegation other left join clause_on_the_day o on o.allegation_id = other.id
            where other.investigation_id = t.investigation_id and other.id <> t.allegation_id
            and coalesce(o.clause_id, other.clause_id) = t.clause_id));
drop table clause_on_the_day;
