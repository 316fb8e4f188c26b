-- Whoever had the minutes of a meeting by post says by letter, by telephone or in person what they think of them: an officer writes that down.
alter table cooperation_meeting add column recorded_right boolean;
alter table cooperation_meeting add column recorded_words varchar(4000);
alter table cooperation_meeting add column recorded_channel varchar(20);
alter table cooperation_meeting add column recorded_at timestamp(6) with time zone;
alter table cooperation_meeting add column recorded_account bigint;
alter table cooperation_meeting add column recorded_name varchar(200);
alter table cooperation_meeting add constraint cooperation_meeting_recorded_whole
    check (recorded_at is null and recorded_right is null and recorded_channel is null and recorded_name is null and recorded_words is null
        or recorded_at is not null and recorded_right is not null and recorded_name is not null
            and recorded_channel is not null and recorded_channel in ('LETTER', 'EMAIL', 'TELEPHONE', 'IN_PERSON'));
