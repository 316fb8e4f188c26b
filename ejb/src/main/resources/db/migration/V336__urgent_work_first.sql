-- Urgent work stands first, then by London days, and the more severe first of a day: 0 is the first, 4 what nobody has rated yet.
alter table work_item add column urgent boolean default false not null;
alter table work_item add column severity_rank integer default 4 not null;
update work_item set urgent = true where exists (select 1 from investigation i where i.board = work_item.board and i.reference = work_item.reference
    and (i.urgent_danger or i.urgent_image or i.urgent_grooming));
update work_item set severity_rank = (select case i.severity when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MODERATE' then 2 else 3 end
        from investigation i where i.board = work_item.board and i.reference = work_item.reference)
    where exists (select 1 from investigation i where i.board = work_item.board and i.reference = work_item.reference and i.severity is not null);
alter table work_item add column due_day integer
    generated always as (cast(extract(year from due_at at time zone 'Europe/London') * 10000
        + extract(month from due_at at time zone 'Europe/London') * 100 + extract(day from due_at at time zone 'Europe/London') as integer)) ${stored};
create index work_urgent_first on work_item (board, is_open, role, urgent desc, due_day, severity_rank, due_at, id);
