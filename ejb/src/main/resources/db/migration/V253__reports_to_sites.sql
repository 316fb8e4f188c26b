-- A report to the site itself is on record with the decision to report, and the request waits until somebody has looked whether it helped.
-- Those that ended by a report that nobody recorded ended with something that nobody has seen gone.
alter table removal_decision add column decision_no integer default 1 not null;
alter table removal_decision add column site varchar(200);
alter table removal_decision add column reported_on date;
alter table removal_decision add column report_reference varchar(200);
alter table removal_decision add constraint removal_decision_reported_on_kept check (reported_on between date '1900-01-01' and date '2199-12-31');
drop index removal_decision_once;
create unique index removal_decision_once on removal_decision (board, request_id, round_number, decision_no, duplicate_no);
alter table removal_sighting add column look_no integer default 1 not null;
drop index removal_sighting_once;
create unique index removal_sighting_once on removal_sighting (board, request_id, item_number, round_number, look_no, duplicate_no);
update removal_request set status = 'NOT_SEEN_GONE' where status = 'PLATFORM_REPORTED' and ended_at is not null;
