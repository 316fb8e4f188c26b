-- A day or a moment that somebody typed, before or after all that are kept, kept its board from being archived for ever. What is
-- there is moved to the first or the last that is kept, so that what was before something else is not after it now. A day nobody
update policy set in_force_from = date '1900-01-01'
    where in_force_from < date '1900-01-01';
update policy set in_force_from = date '2199-12-31'
    where in_force_from > date '2199-12-31';
update policy set in_force_until = date '1900-01-01'
    where in_force_until < date '1900-01-01';
update policy set in_force_until = date '2199-12-31'
    where in_force_until > date '2199-12-31';
update policy set review_on = date '1900-01-01'
    where review_on < date '1900-01-01';
update policy set review_on = date '2199-12-31'
    where review_on > date '2199-12-31';
update concern set posted_on = date '1900-01-01'
    where posted_on < date '1900-01-01';
update concern set posted_on = date '2199-12-31'
    where posted_on > date '2199-12-31';
update investigation set posted_on = date '1900-01-01'
    where posted_on < date '1900-01-01';
update investigation set posted_on = date '2199-12-31'
    where posted_on > date '2199-12-31';
update investigation set retain_until = date '1900-01-01'
    where retain_until < date '1900-01-01';
update investigation set retain_until = date '2199-12-31'
    where retain_until > date '2199-12-31';
update closure set retain_until = date '1900-01-01'
    where retain_until < date '1900-01-01';
update closure set retain_until = date '2199-12-31'
    where retain_until > date '2199-12-31';
update removal_request set policy_day = date '1900-01-01'
    where policy_day < date '1900-01-01';
update removal_request set policy_day = date '2199-12-31'
    where policy_day > date '2199-12-31';
update removal_reply set asked_until = date '1900-01-01'
    where asked_until < date '1900-01-01';
update removal_reply set asked_until = date '2199-12-31'
    where asked_until > date '2199-12-31';
update cooperation_request set policy_day = date '1900-01-01'
    where policy_day < date '1900-01-01';
update cooperation_request set policy_day = date '2199-12-31'
    where policy_day > date '2199-12-31';
update referral_outcome set decided_on = date '1900-01-01'
    where decided_on < date '1900-01-01';
update referral_outcome set decided_on = date '2199-12-31'
    where decided_on > date '2199-12-31';
update duty_check set regulator_told_on = date '1900-01-01'
    where regulator_told_on < date '1900-01-01';
update duty_check set regulator_told_on = date '2199-12-31'
    where regulator_told_on > date '2199-12-31';
update person set left_on = date '1900-01-01'
    where left_on < date '1900-01-01';
update person set left_on = date '2199-12-31'
    where left_on > date '2199-12-31';
update closed_day set closed_on = date '1900-01-01'
    where closed_on < date '1900-01-01';
update closed_day set closed_on = date '2199-12-31'
    where closed_on > date '2199-12-31';
update acknowledgement set acknowledged_on = date '1900-01-01'
    where acknowledged_on < date '1900-01-01';
update acknowledgement set acknowledged_on = date '2199-12-31'
    where acknowledged_on > date '2199-12-31';
update evidence_item set captured_at = timestamp with time zone '1900-01-01 00:00:00+00'
    where captured_at < timestamp with time zone '1900-01-01 00:00:00+00';
update evidence_item set captured_at = timestamp with time zone '2199-12-31 23:59:59.999999+00'
    where captured_at > timestamp with time zone '2199-12-31 23:59:59.999999+00';
update cooperation_meeting set held_at = timestamp with time zone '1900-01-01 00:00:00+00'
    where held_at < timestamp with time zone '1900-01-01 00:00:00+00';
update cooperation_meeting set held_at = timestamp with time zone '2199-12-31 23:59:59.999999+00'
    where held_at > timestamp with time zone '2199-12-31 23:59:59.999999+00';
update cooperation_access set access_ended_at = timestamp with time zone '1900-01-01 00:00:00+00'
    where access_ended_at < timestamp with time zone '1900-01-01 00:00:00+00';
update cooperation_access set access_ended_at = timestamp with time zone '2199-12-31 23:59:59.999999+00'
    where access_ended_at > timestamp with time zone '2199-12-31 23:59:59.999999+00';
update cooperation_round set meeting_at = timestamp with time zone '1900-01-01 00:00:00+00'
    where meeting_at < timestamp with time zone '1900-01-01 00:00:00+00';
update cooperation_round set meeting_at = timestamp with time zone '2199-12-31 23:59:59.999999+00'
    where meeting_at > timestamp with time zone '2199-12-31 23:59:59.999999+00';
alter table policy add constraint policy_in_force_from_kept
    check (in_force_from between date '1900-01-01' and date '2199-12-31');
alter table policy add constraint policy_in_force_until_kept
    check (in_force_until between date '1900-01-01' and date '2199-12-31');
alter table policy add constraint policy_review_on_kept
    check (review_on between date '1900-01-01' and date '2199-12-31');
alter table concern add constraint concern_posted_on_kept
    check (posted_on between date '1900-01-01' and date '2199-12-31');
alter table investigation add constraint investigation_posted_on_kept
    check (posted_on between date '1900-01-01' and date '2199-12-31');
alter table investigation add constraint investigation_retain_until_kept
    check (retain_until between date '1900-01-01' and date '2199-12-31');
alter table closure add constraint closure_retain_until_kept
    check (retain_until between date '1900-01-01' and date '2199-12-31');
alter table removal_request add constraint removal_request_policy_day_kept
    check (policy_day between date '1900-01-01' and date '2199-12-31');
alter table removal_reply add constraint removal_reply_asked_until_kept
    check (asked_until between date '1900-01-01' and date '2199-12-31');
alter table cooperation_request add constraint cooperation_request_policy_day_kept
    check (policy_day between date '1900-01-01' and date '2199-12-31');
alter table referral_outcome add constraint referral_outcome_decided_on_kept
    check (decided_on between date '1900-01-01' and date '2199-12-31');
alter table duty_check add constraint duty_check_regulator_told_on_kept
    check (regulator_told_on between date '1900-01-01' and date '2199-12-31');
alter table person add constraint person_left_on_kept
    check (left_on between date '1900-01-01' and date '2199-12-31');
alter table closed_day add constraint closed_day_closed_on_kept
    check (closed_on between date '1900-01-01' and date '2199-12-31');
alter table acknowledgement add constraint acknowledgement_acknowledged_on_kept
    check (acknowledged_on between date '1900-01-01' and date '2199-12-31');
alter table audit_checkpoint add constraint audit_checkpoint_for_day_kept
    check (for_day between date '1900-01-01' and date '2199-12-31');
alter table evidence_item add constraint evidence_item_captured_at_kept
    check (captured_at between timestamp with time zone '1900-01-01 00:00:00+00' and timestamp with time zone '2199-12-31 23:59:59.999999+00');
alter table cooperation_meeting add constraint cooperation_meeting_held_at_kept
    check (held_at between timestamp with time zone '1900-01-01 00:00:00+00' and timestamp with time zone '2199-12-31 23:59:59.999999+00');
alter table cooperation_access add constraint cooperation_access_access_ended_at_kept
    check (access_ended_at between timestamp with time zone '1900-01-01 00:00:00+00' and timestamp with time zone '2199-12-31 23:59:59.999999+00');
alter table cooperation_round add constraint cooperation_round_meeting_at_kept
    check (meeting_at between timestamp with time zone '1900-01-01 00:00:00+00' and timestamp with time zone '2199-12-31 23:59:59.999999+00');
