-- The public key to which a board's archives are encrypted. The secret one is the board's own and never here.
create table archive_key (
    id bigint primary key,
    board varchar(30) not null references board(slug),
    version integer not null,
    recipient varchar(100) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    unique (board)
);
