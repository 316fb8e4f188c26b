-- What was said of the installation at its first start, once and for ever.
create table installation_mark (
    name varchar(20) primary key,
    word varchar(20) not null,
    since timestamp(6) with time zone not null,
    constraint installation_mark_known check (name = 'KIND' and word in ('DEMO', 'REAL') or name = 'FIRST_DATA' and word = 'WRITTEN')
);

-- An installation of an earlier release is a demonstration only where everything in it is: its operator and tokens are the
-- well-known ones (SHA-256 of demo-<board>-officer), and neither a board nor an account is anybody's own. In doubt it is real.
insert into installation_mark (name, word, since)
select 'KIND', case when exists (select 1 from account where username = 'operator@example.org' and is_operator)
        and exists (select 1 from api_token where token_hash in (
            '4b74eb68534dc8c01ab8b8813bf2ad939233663606b08f0a123aad9894c84a56',
            'c3f5d1a9216e4afe73c739647ad9ad33806c95e51e1b9f585207f603e94a6037',
            '401b5d9527a6f3524bd67bd163ed7e667d2b06e0f56d73931a27f8d4a687c2c5',
            '83c04e8946208d0e67e516053c642af12ff6dd424d15d46919813b4e1354e170'))
        and not exists (select 1 from board where slug not in ('chscb', 'cwmtaf', 'lscb', 'nscb'))
        and not exists (select 1 from account where email not like '%@example.org')
        then 'DEMO' else 'REAL' end, current_timestamp
where exists (select 1 from board) or exists (select 1 from account);

-- Whatever such an installation lacks stays away, a board that was wiped above all.
insert into installation_mark (name, word, since)
select 'FIRST_DATA', 'WRITTEN', current_timestamp where exists (select 1 from installation_mark);
