-- A referral with what was done about it, and each round's pack line by line.
create table referral (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    reference varchar(30) not null,
    set_id bigint not null references finding_set (id),
    organisation_id bigint not null references organisation (id),
    reasons varchar(4000) not null,
    summary varchar(4000),
    status varchar(20) not null,
    round_no integer not null,
    sent_at timestamp(6) with time zone,
    acknowledge_by timestamp(6) with time zone,
    pack_id bigint,
    letter_id bigint,
    chasers integer not null,
    progress_chasers integer not null,
    chased_at timestamp(6) with time zone,
    constraint referral_set unique (set_id)
);
create index referral_reference on referral (board, reference);
create index referral_inbox on referral (board, organisation_id, sent_at);

create table referral_move (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    referral_id bigint not null references referral (id),
    kind varchar(20) not null,
    organisation_id bigint not null references organisation (id),
    round_no integer not null,
    words varchar(4000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index referral_move_referral on referral_move (board, referral_id);

create table pack_line (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    referral_id bigint not null references referral (id),
    round_no integer not null,
    line_no integer not null,
    kind varchar(30) not null,
    source_id bigint not null,
    title varchar(300) not null,
    included boolean not null,
    omission_reason varchar(1000),
    redaction_note varchar(1000),
    redacted_text varchar(20000),
    constraint pack_line_number unique (referral_id, round_no, line_no)
);

create table referral_outcome (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    referral_id bigint not null references referral (id),
    result varchar(20) not null,
    decided_on date not null,
    words varchar(4000),
    appeal varchar(20) not null,
    appeal_words varchar(4000),
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null
);
create index referral_outcome_referral on referral_outcome (board, referral_id);

create table duty_check (
    id bigint primary key,
    board varchar(30) not null references board (slug),
    version integer not null,
    referral_id bigint not null references referral (id),
    dbs_referred boolean not null,
    regulator varchar(20),
    regulator_told_on date,
    note varchar(4000) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    constraint duty_check_referral unique (referral_id)
);
