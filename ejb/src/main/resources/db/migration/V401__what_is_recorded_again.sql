-- What an officer records of posted minutes once something was recorded already is kept beside that, with its own day, channel and name.
alter table cooperation_meeting add column later_right boolean;
alter table cooperation_meeting add column later_words varchar(4000);
alter table cooperation_meeting add column later_channel varchar(20);
alter table cooperation_meeting add column later_at timestamp(6) with time zone;
alter table cooperation_meeting add column later_account bigint;
alter table cooperation_meeting add column later_name varchar(200);
alter table cooperation_meeting add constraint cooperation_meeting_later_whole
    check (later_at is null and later_right is null and later_channel is null and later_name is null and later_words is null and later_account is null
        or later_at is not null and later_right is not null and later_name is not null
            and later_channel is not null and later_channel in ('LETTER', 'EMAIL', 'TELEPHONE', 'IN_PERSON'));
