-- What an officer wrote down of a meeting the subject sees, and has time to say that it was not so: they are heard by it only after that,
-- or once they have said what they think of it. They have it for the meetings that were recorded before, too.
alter table cooperation_meeting add column say_by timestamp(6) with time zone;
alter table cooperation_meeting add column said_right boolean;
alter table cooperation_meeting add column own_words varchar(4000);
alter table cooperation_meeting add column said_at timestamp(6) with time zone;
update cooperation_meeting set say_by = current_timestamp + interval '14' day;
