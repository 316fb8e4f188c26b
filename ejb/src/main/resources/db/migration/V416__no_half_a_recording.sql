-- What was recorded of posted minutes stands whole or not at all, and with it whose account wrote it down.
alter table cooperation_meeting drop constraint cooperation_meeting_recorded_whole;
alter table cooperation_meeting add constraint cooperation_meeting_recorded_whole
    check (recorded_at is null and recorded_right is null and recorded_channel is null and recorded_name is null and recorded_words is null
            and recorded_account is null
        or recorded_at is not null and recorded_right is not null and recorded_name is not null
            and recorded_channel is not null and recorded_channel in ('LETTER', 'EMAIL', 'TELEPHONE', 'IN_PERSON'));
