-- Boards that came from another installation have checkpoints of its key, which nobody brought along: they prove nothing here.
insert into audit_key (id, version, key_id, public_key, at_time, previous, declared, own_signature, previous_signature, of_board)
    select -row_number() over (order by signed.board, signed.key_id), 0, signed.key_id, '', signed.first_at, '', '', '', '', signed.board
    from (select c.board, c.key_id, min(c.at_time) as first_at from audit_checkpoint c
        where c.board in (select r.slug from archive_run r where r.kind = 'RESTORE' and r.status = 'DONE')
        group by c.board, c.key_id) signed;
