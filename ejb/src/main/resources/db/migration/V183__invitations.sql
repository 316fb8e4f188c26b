-- Somebody is asked to join a board. They are no member, and no account is touched, until they say yes.
create table invitation (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    name varchar(200) not null,
    email varchar(254) not null,
    roles varchar(200) not null,
    organisation_id bigint references organisation(id),
    language varchar(2) not null,
    sent_at timestamp(6) with time zone,
    secret_hash varchar(64) unique,
    expires_at timestamp(6) with time zone,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_how varchar(20),
    open_key varchar(254),
    constraint one_open_invitation unique (board, open_key)
);
create index invitation_of on invitation (board, email);
-- Whoever was made a member and never came was never asked: now they are.
insert into invitation (id, board, version, name, email, roles, organisation_id, language, sent_at, signed_at, signed_name, open_key)
    select m.id, m.board, 0, m.name, lower(a.username), m.roles, m.organisation_id, a.language, current_timestamp, current_timestamp,
        'Probity', lower(a.username)
    from member m join account a on a.id = m.account_id where m.entered_at is null and m.ended_at is null;
update member set ended_at = current_timestamp where entered_at is null and ended_at is null;
