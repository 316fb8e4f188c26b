-- Where neither the reporter nor an officer knew the day of the post, triage wrote the day of the report, in London. Which policy
-- counts stays the same. The day is taken from the text: a database may else give it in its own time zone.
update investigation set posted_on = null
    where decision is not null
    and posted_on = cast(substring(cast(opened_at at time zone 'Europe/London' as varchar(40)) from 1 for 10) as date)
    and not exists (select 1 from concern told where told.board = investigation.board and told.reference = investigation.reference
        and told.posted_on is not null);
